#include "api/documents/archive_scope.hpp"

#include <nlohmann/json.hpp>

#include "invoicing/archive/archive_key.hpp"

namespace api::documents {

using namespace domain;
namespace archive = invoicing::archive;
using nlohmann::json;

namespace {

/// The parameters of the query, as a reader reads them.
json days_of(const Request& request)
{
    auto days = json::object();
    for (const auto* name : {"from", "to"}) {
        // One that is there and empty is no day, and is told so: all of the archive was not meant.
        if (request.raw.parameter(name)) days[name] = query_text(request, name);
    }
    return days;
}

archive::Scope whole_scope_of(Transaction& tx, const Actor& actor)
{
    if (actor.kind != ActorKind::archive_key) return archive::scope_of_accountant(actor.account);
    const auto key = archive::living_key_by_id(tx, *actor.key);
    if (!key) throw not_found();
    return archive::scope_of(*key);
}

} // namespace

AskedDays days_in(Reader& reader)
{
    const AskedDays asked{reader.maybe_day("from"), reader.maybe_day("to")};
    if (asked.from && asked.to && *asked.to < *asked.from) {
        for (const auto* name : {"from", "to"}) {
            reader.complain(name, {"La période finit avant de commencer.",
                                   "The period ends before it starts."});
        }
    }
    return asked;
}

archive::Scope archive_scope_of(Transaction& tx, const Request& request)
{
    auto scope = whole_scope_of(tx, actor_of(request));
    const auto days = days_of(request);
    Reader reader(days);
    const auto asked = days_in(reader);
    reader.finish();
    const archive::Period period{asked.from.value_or(scope.period.from),
                                 asked.to.value_or(scope.period.to)};
    return archive::within(std::move(scope), period);
}

} // namespace api::documents
