#include "api/pipeline/one_trip.hpp"

#include "api/pipeline/admission.hpp"
#include "api/pipeline/authentication.hpp"
#include "api/pipeline/query.hpp"

namespace api {

using namespace domain;
namespace sessions = access::sessions;

namespace {

/// Thrown through the unit of work, so that what it has found is dropped.
struct NotPlainlyInOrder {};

void judge(const std::vector<sessions::FoundRow>& rows, const Presented& shown,
           const AccountId& claimed, Who who, Instant now)
{
    const auto found = sessions::found_in(rows, now);
    if (!found || found->account != claimed || found->channel != shown.channel ||
        found->needs_touch) {
        throw NotPlainlyInOrder();
    }
    admit(actor_of(*found), who);
}

} // namespace

std::optional<Response> answer_in_one_trip(App& app, const Route& route, const Request& request)
{
    const auto* listing = std::get_if<Listing>(&route.handler);
    if (listing == nullptr || app.db.has_replica()) return {};
    const auto shown = presented(app, request.raw);
    const auto claimed = shown ? sessions::claimed_by(app.vault, shown->token) : std::nullopt;
    if (!claimed) return {};
    try {
        require_query(app, route, request.raw);
        return app.db.read_latest([&](Transaction& tx) {
            tx.ahead(sessions::question_of(shown->token),
                     [&](const auto& rows) { judge(rows, *shown, *claimed, route.who, tx.now); });
            return (*listing)(tx, *claimed, request);
        });
    } catch (const NotPlainlyInOrder&) {
        return {};
    } catch (const Refused&) {
        return {};
    }
}

} // namespace api
