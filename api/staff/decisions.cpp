#include "api/staff/decisions.hpp"

#include "domain/core/check.hpp"
#include "invoicing/series/decisions.hpp"
#include "payments/decisions/decisions.hpp"

namespace api::staff {

using namespace domain;

proposals::Stake require_fit(Transaction& tx, const proposals::Wish& wish)
{
    switch (proposals::about(wish.kind)) {
    case proposals::About::movement: return payments::decisions::require_fit(tx, wish);
    case proposals::About::series: return invoicing::series::require_fit(tx, wish);
    }
    throw Bug("a kind of proposal is about nothing");
}

} // namespace api::staff
