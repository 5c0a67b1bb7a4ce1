#include "tests/faults/world.hpp"

#include "domain/access/credential_store.hpp"
#include "domain/events/event_store.hpp"
#include "domain/orders/escrow.hpp"
#include "jobs/registry.hpp"
#include "tests/accounts/mails.hpp"

namespace tests {

using domain::Transaction;

void World::play(const Play& play, std::int64_t step)
{
    const auto act = play.given(*this);
    const Surroundings around{
        clock,    platform,        policy,
        stand_in, app.hook_secret, "http://127.0.0.1:9/hooks/mangopay/" + app.hook_secret};
    Trial(play.scenario, act, around, now, databases).play(step);
}

Act World::request(const std::string& method, const std::string& target, const json& body,
                   const Someone& as, const std::string& etag)
{
    With with{.bearer = as.bearer};
    if (!etag.empty()) with.headers["if-match"] = etag;
    return repeated(method, target, body, with);
}

Act World::anonymous(const std::string& method, const std::string& target, const json& body)
{
    return repeated(method, target, body, {});
}

Act World::repeated(const std::string& method, const std::string& target, const json& body,
                    With with)
{
    with.key = domain::uuid_v4();
    const auto text = body.is_null() ? "" : body.dump();
    return [=](Process& process) { return called(*process.transport, method, target, text, with); };
}

Act World::bytes(const std::string& method, const std::string& target, const std::string& picture,
                 const Someone& as)
{
    const With with{
        .bearer = as.bearer, .headers = {{"content-type", "image/png"}}, .key = domain::uuid_v4()};
    return
        [=](Process& process) { return called(*process.transport, method, target, picture, with); };
}

Act World::consumed(domain::events::Kind kind)
{
    db.transaction([&](Transaction& tx) {
        const auto id = tx.one<std::string>(
            "SELECT MIN(id) FROM events WHERE kind = :kind AND done_at IS NULL", name(kind));
        tx.run("UPDATE events SET done_at = :now WHERE done_at IS NULL AND id <> :id", now, id);
    });
    return [](Process& process) {
        jobs::run_events(process.context, "worker");
        return Answer{};
    };
}

Act World::scheduled(const std::string& job)
{
    db.transaction([&](Transaction& tx) {
        tx.run("UPDATE events SET done_at = :now WHERE done_at IS NULL", now);
        for (const auto& other : jobs::schedule()) {
            tx.run("INSERT INTO job_leases (name, owner, lease_until, last_run_at, last_count) "
                   "VALUES (:name, '', 0, :last, 0) "
                   "ON CONFLICT (name) DO UPDATE SET last_run_at = excluded.last_run_at",
                   other.name, other.name == job ? domain::Instant{} : now);
        }
    });
    return [](Process& process) {
        jobs::run_schedule(process.context, "worker");
        return Answer{};
    };
}

void World::give_password(const Someone& someone)
{
    run_jobs();
    db.transaction([&](Transaction& tx) {
        domain::access::write_password(tx, someone.id, domain::password_hash(password));
    });
}

std::string World::token_mailed_to(const std::string& address)
{
    run_jobs();
    const auto mails = mailbox.to(address);
    domain::check(!mails.empty(), "the mail came");
    return token_in(mails.back());
}

void World::given_a_second_factor(const Someone& someone)
{
    give_password(someone);
    expect(201, post("/v1/me/second-factor", {{"password", password}}, someone.bearer));
}

void World::announce(domain::events::Kind kind, const std::string& subject,
                     const std::string& detail)
{
    db.transaction([&](Transaction& tx) { domain::events::announce(tx, {kind, subject, detail}); });
}

void World::told(const std::string& event_type, const std::string& resource)
{
    const auto path = "/hooks/mangopay/" + app.hook_secret + "?EventType=" + event_type +
                      "&RessourceId=" + resource + "&Date=1795424400";
    expect(200, get(path));
}

void World::accept_texts(const Someone& provider)
{
    db.transaction([&](Transaction& tx) {
        using namespace domain::terms;
        for (const auto document : {Document::invoicing_mandate, Document::mangopay_terms})
            domain::terms::accept(tx, provider.id,
                                  current_text(platform, document, domain::Language::fr), {});
    });
}

std::string World::user_of(const Someone& someone, const std::string& role)
{
    return db.read([&](Transaction& tx) {
        return tx.one<std::string>(
            "SELECT user_id FROM payment_accounts WHERE account_id = :id AND role = :role",
            someone.id, role);
    });
}

std::string World::resource_of(const std::string& kind)
{
    return db.read([&](Transaction& tx) {
        return tx.one<std::string>("SELECT resource_id FROM money_operations WHERE kind = :kind",
                                   kind);
    });
}

void World::confirm_at_mangopay(const Someone& provider)
{
    stand_in.control("POST", "/users/" + user_of(provider, "owner") + "/sca",
                     {{"outcome", "accept"}});
}

Someone World::given_a_verified_provider()
{
    const auto bea = given_a_provider("Bea");
    accept_texts(bea);
    expect(201, post("/v1/me/identity-verification", json::object(), bea.bearer));
    const auto identity = resource_of("verification");
    stand_in.control("POST", "/identity-verifications/" + identity, {{"outcome", "accept"}});
    confirm_at_mangopay(bea);
    told("IDENTITY_VERIFICATION_VALIDATED", identity);
    told("USER_ACCOUNT_ACTIVATED", user_of(bea, "owner"));
    expect(201,
           post("/v1/me/payout-recipient", {{"iban", iban}, {"proof", proof_of(bea)}}, bea.bearer));
    confirm_at_mangopay(bea);
    told("RECIPIENT_ACTIVE", resource_of("recipient"));
    run_jobs();
    return bea;
}

json World::given_an_order_of(const Someone& provider)
{
    return expect(201, accept(quoted(provider, asked_of(ana, {provider})), ana));
}

void World::given_a_released_order()
{
    const auto order = given_a_validated_order();
    db.transaction([&](Transaction& tx) { domain::orders::mark_released(tx, id_of(order)); });
}

std::string World::given_an_invoice()
{
    given_a_released_order();
    run_jobs();
    return db.read(
        [](Transaction& tx) { return tx.one<std::string>("SELECT MIN(id) FROM invoices"); });
}

std::string World::given_a_review()
{
    publish(ben);
    return expect(201, act(given_a_validated_order(), "review", ana,
                           {{"rating", 2}, {"text", "Travail bâclé."}}))["id"];
}

void World::block(const Someone& provider, bool blocked)
{
    stand_in.control(
        "POST", "/users/" + user_of(provider, "owner") + "/block",
        {{"Inflows", blocked}, {"Outflows", blocked}, {"ActionCode", blocked ? "008701" : ""}});
    told(blocked ? "USER_INFLOWS_BLOCKED" : "USER_INFLOWS_UNBLOCKED", user_of(provider, "owner"));
    run_jobs();
}

void World::pay_by_card(const json& order)
{
    expect(201, post("/v1/orders/" + text(order) + "/payment", json::object(), ana.bearer));
    run_jobs();
    stand_in.control("POST", "/payins/" + resource_of("pay_in"), {{"outcome", "accept"}});
}

json World::given_a_paid_order(const Someone& provider)
{
    const auto order = given_an_order_of(provider);
    pay_by_card(order);
    told("PAYIN_NORMAL_SUCCEEDED", resource_of("pay_in"));
    run_jobs();
    domain::check(state_of(order) == "funded", "the card was charged");
    return order;
}

void World::given_a_release_that_waited()
{
    const auto bea = given_a_verified_provider();
    const auto order = given_a_paid_order(bea);
    block(bea, true);
    expect(200, act(order, "start", bea));
    expect(200, act(order, "delivery", bea));
    expect(200, act(order, "validation", ana));
    run_jobs();
    block(bea, false);
}

json World::given_a_done_order(const Someone& provider)
{
    const auto order = given_a_paid_order(provider);
    expect(200, act(order, "start", provider));
    expect(200, act(order, "delivery", provider));
    run_jobs();
    expect(200, act(order, "validation", ana));
    return order;
}

} // namespace tests
