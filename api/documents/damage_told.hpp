#pragma once

#include "api/pipeline/app.hpp"
#include "invoicing/issuing/damaged.hpp"
#include "invoicing/issuing/findings.hpp"

namespace api::documents {

/// What `read(found)` answers. What it finds damaged is told to the operator and kept, whether it
/// answers all the same or refuses because of it.
template <typename Read>
auto told(App& app, Read read)
{
    invoicing::issuing::Findings found;
    try {
        auto answer = read(found);
        invoicing::issuing::keep(app.db, found);
        return answer;
    } catch (const invoicing::issuing::Damaged&) {
        invoicing::issuing::keep(app.db, found);
        throw;
    }
}

} // namespace api::documents
