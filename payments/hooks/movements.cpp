#include "payments/hooks/movements.hpp"

#include <optional>

#include "payments/flows/sending.hpp"
#include "payments/operations/operation_store.hpp"

namespace payments::hooks {

namespace {

using domain::Transaction;
using operations::Operation;

/// The operation that made a resource: known by its id, or, when the call overtook the answer
/// to our own request, by its tag. A tag of something else's proves nothing.
std::optional<Operation> operation_of(Transaction& tx, Kind kind, const Resource& resource)
{
    if (auto known = operations::find_by_resource(tx, kind, resource.id)) return known;
    const auto tag = domain::MoneyOperationId::parse(resource.tag);
    if (!tag) return {};
    auto tagged = operations::maybe_find(tx, *tag);
    if (!tagged || tagged->plan.kind != kind || !tagged->resource_id.empty()) return {};
    return tagged;
}

} // namespace

void read_movement(const flows::Context& context, Kind kind, const ResourceId& id)
{
    const auto outcome = context.gateway.read(kind, id);
    const auto* resource = operations::resource_in(outcome);
    if (resource == nullptr) throw NoAnswer("no " + std::string(name(kind)) + " " + id.text());
    const auto operation =
        context.db.read_latest([&](Transaction& tx) { return operation_of(tx, kind, *resource); });
    if (operation) flows::settle(context, operation->id, outcome);
}

} // namespace payments::hooks
