#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

#include "api/pipeline/app.hpp"
#include "api/pipeline/response.hpp"
#include "invoicing/issuing/damaged.hpp"
#include "invoicing/issuing/documents.hpp"

namespace api::documents {

/// A page of documents: those whose rows say what their links commit to, and, named by what is
/// trusted of them, those whose rows do not.
class DocumentPage {
public:
    /// Adds what `view` shows of a document; one whose row is not what it was is named.
    template <typename View>
    void add(domain::Transaction& tx, const invoicing::issuing::Evidence& issued, View view)
    {
        try {
            items_.push_back(view(invoicing::issuing::summary_of(tx, issued, found_)));
        } catch (const invoicing::issuing::Damaged& damaged) {
            damaged_.push_back(damaged);
        }
    }

    /// {"items", "next", "damaged"}; tells the operator of the damaged, and keeps it.
    Response answer(App& app, const std::optional<std::string>& next) const;

private:
    nlohmann::json items_ = nlohmann::json::array();
    std::vector<invoicing::issuing::Damaged> damaged_{};
    invoicing::issuing::Findings found_{};
};

} // namespace api::documents
