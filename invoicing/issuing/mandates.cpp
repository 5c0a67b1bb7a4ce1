#include "invoicing/issuing/mandates.hpp"

#include "domain/terms/terms.hpp"

namespace invoicing::issuing {

using namespace domain;

std::optional<Mandate> mandate_of(Transaction& tx, const AccountId& provider, Day day)
{
    std::optional<Mandate> mandate;
    for (const auto& accepted : terms::acceptances_of(tx, provider)) {
        const bool is_mandate = accepted.document == name(terms::Document::invoicing_mandate);
        if (!is_mandate || day_in_paris(accepted.accepted_at) > day) continue;
        mandate = Mandate{accepted.version, accepted.text_sha256, accepted.accepted_at};
    }
    return mandate;
}

} // namespace invoicing::issuing
