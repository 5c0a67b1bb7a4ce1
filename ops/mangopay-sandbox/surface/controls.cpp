#include "ops/mangopay-sandbox/surface/controls.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/objects/payins.hpp"
#include "ops/mangopay-sandbox/objects/payouts.hpp"
#include "ops/mangopay-sandbox/objects/sca_decisions.hpp"
#include "ops/mangopay-sandbox/objects/user_standing.hpp"
#include "ops/mangopay-sandbox/objects/verifications.hpp"
#include "ops/mangopay-sandbox/surface/overview.hpp"
#include "ops/mangopay-sandbox/world/notifications.hpp"

namespace mangopay_sandbox {

using nlohmann::json;

namespace {

Answer done()
{
    return {204, "", {}};
}

/// What was asked for could not be done in the state the object is in.
Answer done_if(bool happened)
{
    if (happened) return done();
    throw Rejected(409, "invalid_action", "The object's state does not allow it");
}

Action outcome_of(Fields& fields)
{
    const auto outcome =
        fields.one_of("outcome", {"accept", "refuse", "review", "expire", "outdate"});
    fields.finish();
    if (outcome == "accept") return Action::accept;
    if (outcome == "refuse") return Action::refuse;
    if (outcome == "review") return Action::review;
    return outcome == "expire" ? Action::expire : Action::outdate;
}

Answer plan_fault(World& world, const Call& call)
{
    Fields fields(call);
    const auto kind = parse_fault_kind(fields.text("kind"));
    if (!kind) fields.complain("kind", "There is no such fault");
    Fault fault;
    fault.count = fields.at("count") ? static_cast<int>(fields.integer("count")) : 1;
    fault.match = fields.text_or("match", "", {0, 255});
    fault.delay =
        std::chrono::milliseconds{fields.at("delay_ms") ? fields.integer("delay_ms") : 1'000};
    fault.result_code = fields.text_or("result_code", "", {0, 6});
    if (fault.count < 1) fields.complain("count", "At least once");
    fields.finish();
    fault.kind = *kind;
    world.faults.add(std::move(fault));
    return done();
}

Answer clear_faults(World& world, const Call&)
{
    hooks::release(world, world.faults.clear());
    return done();
}

Answer set_kyc(World& world, const Call& call)
{
    auto user = find(world, Kind::user, call.capture("id"));
    Fields fields(call);
    const auto level = fields.one_of("KYCLevel", {"LIGHT", "REGULAR"});
    fields.finish();
    users::set_kyc_level(world, user, level);
    save(world, Kind::user, user);
    return done();
}

Answer ask_renewal(World& world, const Call& call)
{
    auto user = find(world, Kind::user, call.capture("id"));
    Fields fields(call);
    const auto deadline = fields.text("KycRenewalDeadline", {10, 10});
    fields.finish();
    users::ask_renewal(world, user, deadline);
    save(world, Kind::user, user);
    return done();
}

Answer block_user(World& world, const Call& call)
{
    auto user = find(world, Kind::user, call.capture("id"));
    users::block(world, user, *Fields(call).at(""));
    return done();
}

Answer close_user(World& world, const Call& call)
{
    auto user = find(world, Kind::user, call.capture("id"));
    users::close_by_force(world, user);
    return done();
}

Answer decide_sessions(World& world, const Call& call)
{
    const auto user = find(world, Kind::user, call.capture("id"));
    Fields fields(call);
    const auto decided =
        sca::decide_all(world, user.at("Id").get<std::string>(), outcome_of(fields));
    return answer({{"decided", decided}});
}

Answer decide_session(World& world, const Call& call)
{
    Fields fields(call);
    return done_if(sca::decide(world, call.capture("token"), outcome_of(fields)));
}

Answer decide_verification(World& world, const Call& call)
{
    Fields fields(call);
    verifications::Findings findings;
    const auto action = outcome_of(fields);
    findings.reason =
        fields.text_or("reason", action == Action::refuse ? "DOCUMENT_NOT_ACCEPTED" : "", {0, 255});
    findings.message = fields.text_or("message", "", {0, 255});
    if (const auto* verified = fields.at("verified")) findings.verified.body = verified->dump();
    return done_if(verifications::decide(world, call.capture("id"), action, findings));
}

Answer decide_payin(World& world, const Call& call)
{
    Fields fields(call);
    const auto action = outcome_of(fields);
    const auto card = fields.text_or("card", "4970107111111119");
    const auto code =
        fields.text_or("result_code", action == Action::expire ? "101109" : "101199", {6, 6});
    fields.finish();
    const auto& id = call.capture("id");
    return done_if(action == Action::accept ? payins::pay(world, id, card)
                                            : payins::refuse(world, id, code));
}

Answer decide_payout(World& world, const Call& call)
{
    Fields fields(call);
    const auto action = outcome_of(fields);
    const auto code = fields.text_or("result_code", "121999", {6, 6});
    fields.finish();
    const auto& id = call.capture("id");
    const auto payout = find(world, Kind::transaction, id);
    if (payout.at("Type") != "PAYOUT" || payout.at("Status") != "CREATED") return done_if(false);
    if (action != Action::accept) return done_if(payouts::refuse(world, id, code));
    payouts::complete(world, id);
    return done();
}

Answer return_payout(World& world, const Call& call)
{
    Fields fields(call);
    const auto reason = fields.text_or("reason", "BANKACCOUNT_HAS_BEEN_CLOSED");
    fields.finish();
    return done_if(payouts::give_back(world, call.capture("id"), reason));
}

Answer advance_payouts(World& world, const Call&)
{
    return answer({{"completed", payouts::complete_all(world)}});
}

Answer deliver_hooks(World& world, const Call&)
{
    hooks::hurry(world);
    return done();
}

Answer change_settings(World& world, const Call& call)
{
    Fields fields(call);
    using std::chrono::milliseconds;
    auto& settings = world.settings;
    if (fields.at("payout_delay_ms")) {
        settings.payout_delay = milliseconds{fields.integer("payout_delay_ms")};
    }
    if (fields.at("hook_delay_ms")) {
        settings.hook_delay = milliseconds{fields.integer("hook_delay_ms")};
    }
    if (fields.at("beneficiaries_verified")) {
        settings.beneficiaries_verified = fields.flag("beneficiaries_verified");
    }
    if (fields.at("rate_limit_scale")) {
        settings.rate_limit_scale = fields.integer("rate_limit_scale");
    }
    fields.finish();
    return done();
}

constexpr ApiRoute routes[] = {
    {"GET", "/state", overview::state},
    {"GET", "/deliveries", overview::deliveries},
    {"GET", "/faults", overview::faults},
    {"POST", "/faults", plan_fault},
    {"DELETE", "/faults", clear_faults},
    {"PUT", "/settings", change_settings},
    {"POST", "/users/:id/kyc", set_kyc},
    {"POST", "/users/:id/renewal", ask_renewal},
    {"POST", "/users/:id/block", block_user},
    {"POST", "/users/:id/close", close_user},
    {"POST", "/users/:id/sca", decide_sessions},
    {"POST", "/sca/:token", decide_session},
    {"POST", "/identity-verifications/:id", decide_verification},
    {"POST", "/payins/:id", decide_payin},
    {"POST", "/payouts/advance", advance_payouts},
    {"POST", "/payouts/:id", decide_payout},
    {"POST", "/payouts/:id/return", return_payout},
    {"POST", "/hooks/deliver", deliver_hooks},
};

} // namespace

std::span<const ApiRoute> control_routes()
{
    return routes;
}

} // namespace mangopay_sandbox
