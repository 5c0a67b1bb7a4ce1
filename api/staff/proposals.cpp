#include "api/staff/proposals.hpp"

#include "api/json/reader.hpp"
#include "api/people/proof.hpp"
#include "api/pipeline/idempotent.hpp"
#include "api/staff/decisions.hpp"
#include "api/staff/views.hpp"
#include "domain/access/attempts.hpp"
#include "domain/proposals/proposal_store.hpp"
#include "domain/proposals/proposals.hpp"

namespace api::staff {

using namespace domain;
using nlohmann::json;

namespace {

constexpr std::size_t reason_min = 10;
constexpr std::size_t reason_max = 2000;

proposals::Evidence evidence_in(Reader& reader)
{
    proposals::Evidence evidence;
    reader.object("evidence", [&](Reader& given) {
        for (const auto proof : proposals::proofs.names()) {
            const auto text = given.maybe_text(proof, {.most = proposals::proof_max});
            if (text) evidence.emplace(proof, *text);
        }
    });
    return evidence;
}

/// Refuses (401) whoever does not prove the second factor anew: a session may be stolen. Takes back
/// what count_try() counted.
void demand_code(Transaction& tx, const Request& request, const std::string& code)
{
    const auto& account = actor_of(request).account;
    access::demand_code(tx, account, code);
    access::forgive_proof(tx, account, access::Tried::code);
}

void count_try(App& app, const Request& request)
{
    app.db.transaction([&](Transaction& tx) {
        access::count_proof(tx, actor_of(request).account, access::Tried::code);
    });
}

Response make_proposal(App& app, const Request& request)
{
    Reader reader(request.body);
    proposals::Wish wish;
    wish.kind = reader.choice("kind", proposals::kinds);
    wish.subject = reader.text("subject", {.most = 64});
    wish.reason = reader.text("reason", {reason_min, reason_max, true});
    wish.evidence = evidence_in(reader);
    const auto code = people::read_code(reader);
    reader.finish();
    count_try(app, request);
    return idempotent(app, request, [&](Transaction& tx) {
        demand_code(tx, request, code);
        const auto stake = require_fit(tx, wish);
        const auto made = proposals::make(tx, actor_of(request).account, wish, stake.arose);
        return created(proposal_view(tx, made), "/v1/staff/proposals/" + made.id.text());
    });
}

Response decide_proposal(App& app, const Request& request)
{
    const auto id = path_id<ProposalId>(request, ":id");
    Reader reader(request.body);
    const auto decision = reader.choice("decision", proposals::decisions);
    const auto reason = reader.text("reason", {reason_min, reason_max, true});
    const auto code = people::read_code(reader);
    reader.finish();
    count_try(app, request);
    return idempotent(app, request, [&](Transaction& tx) {
        demand_code(tx, request, code);
        return ok(proposal_view(
            tx, proposals::decide(tx, actor_of(request).account, id, decision, reason)));
    });
}

Response show_proposal(App& app, const Request& request)
{
    const auto id = path_id<ProposalId>(request, ":id");
    return app.db.read(
        [&](Transaction& tx) { return ok(proposal_view(tx, proposals::find(tx, id))); });
}

bool wants_open(const Request& request)
{
    const auto state = query_text(request, "state");
    if (state.empty() || state == "open") return true;
    if (state == "closed") return false;
    throw Refused(Refusal::invalid_fields, {"Cet état n'existe pas.", "There is no such state."},
                  {{"state", {"open ou closed.", "open or closed."}}});
}

Response list_proposals(App& app, const Request& request)
{
    const auto page = page_of(request);
    const bool is_open = wants_open(request);
    return app.db.read([&](Transaction& tx) {
        auto found = proposals::list(tx, is_open, page.after, page.one_more());
        const auto next = cut(found, page, [](const auto& last) { return last.id.text(); });
        auto items = json::array();
        for (const auto& proposal : found)
            items.push_back(proposal_view(tx, proposal));
        return ok(page_view(std::move(items), next));
    });
}

} // namespace

std::vector<Route> proposal_routes()
{
    return {
        {"GET", "/v1/staff/proposals", "list_proposals", Who::staff, list_proposals},
        {"GET", "/v1/staff/proposals/:id", "show_proposal", Who::staff, show_proposal},
        {"POST", "/v1/staff/proposals", "make_proposal", Who::staff, make_proposal, true},
        {"POST", "/v1/staff/proposals/:id/decision", "decide_proposal", Who::staff, decide_proposal,
         true},
    };
}

} // namespace api::staff
