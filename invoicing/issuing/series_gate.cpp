#include "invoicing/issuing/series_gate.hpp"

#include "invoicing/issuing/sellers.hpp"
#include "invoicing/model/numbering.hpp"

namespace invoicing::issuing {

using namespace domain;

std::vector<FieldError> unusable_series(Transaction& tx, const IssueOrder& order)
{
    std::vector<FieldError> found;
    const auto look_at = [&](const series::Seller& seller, Kind kind) {
        const auto series = series::open_series(tx, seller, kind);
        auto why = series ? series_ahead(*series, tx.now) : std::nullopt;
        if (why) found.push_back(*std::move(why));
    };
    look_at(provider_of(tx, order), Kind::service_invoice);
    look_at(operator_of(order.platform.identity.siren), Kind::commission_invoice);
    return found;
}

} // namespace invoicing::issuing
