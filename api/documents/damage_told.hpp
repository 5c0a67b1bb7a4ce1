#pragma once

#include "api/pipeline/app.hpp"
#include "invoicing/issuing/damaged.hpp"

namespace api::documents {

/// Tells the operator of a damaged document: a line of the log, `/readyz` and `/metrics`.
void tell(App& app, const invoicing::issuing::Damaged& damaged);

/// What `read` answers. A document that it finds damaged is told to the operator before whoever
/// asked is refused.
template <typename Read>
auto told(App& app, Read read)
{
    try {
        return read();
    } catch (const invoicing::issuing::Damaged& damaged) {
        tell(app, damaged);
        throw;
    }
}

} // namespace api::documents
