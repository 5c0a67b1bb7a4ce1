#include "api/money/payment_accounts.hpp"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <thread>

#include "api/json/reader.hpp"
#include "api/money/payments_context.hpp"
#include "api/people/conditions.hpp"
#include "api/people/proof.hpp"
#include "api/pipeline/idempotent.hpp"
#include "api/pipeline/origin.hpp"
#include "domain/access/credentials.hpp"
#include "domain/events/event_store.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/flows/registration.hpp"
#include "payments/gateway/result_codes.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"

namespace api::money {

using namespace domain;
namespace accounts_at_mangopay = payments::payment_accounts;

namespace {

using payments::Role;
using payments::operations::State;

constexpr std::string_view verification_location = "/v1/me/identity-verification";
constexpr std::string_view recipient_location = "/v1/me/payout-recipient";

Refused try_later()
{
    return {Refusal::upstream_unavailable,
            {"Mangopay ne répond pas pour l'instant : réessayez dans un moment.",
             "Mangopay does not answer for now: try again in a moment."}};
}

/// The job that was announced may be at it already: then this waits for it, a little.
bool is_open_in_time(App& app, const AccountId& provider)
{
    using namespace std::chrono_literals;
    const auto until = std::chrono::steady_clock::now() + 4s;
    while (!payments::flows::ensure_open(payments_context(app), provider, Role::owner)) {
        const bool refused = app.db.read_latest([&](Transaction& tx) {
            return !accounts_at_mangopay::refusal_of(tx, provider, Role::owner).empty();
        });
        if (refused || std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(100ms);
    }
    return true;
}

/// Makes sure that the provider has an OWNER at Mangopay. What cannot be finished now is
/// finished by a job; the person tries again.
void open_owner(App& app, const AccountId& provider)
{
    app.db.transaction([&](Transaction& tx) {
        payees::require_ready_to_open(tx, people::conditions(app), provider);
        const auto owner = accounts_at_mangopay::maybe_find(tx, provider, Role::owner);
        if (owner && owner->is_open()) return;
        events::announce(tx, {events::Kind::payment_account_due, provider.text(),
                              std::string(payments::name(Role::owner))});
    });
    if (is_open_in_time(app, provider)) return;
    const auto code = app.db.read_latest([&](Transaction& tx) {
        return accounts_at_mangopay::refusal_of(tx, provider, Role::owner);
    });
    if (code.empty()) throw try_later();
    throw Refused(Refusal::action_unavailable, payments::explain(code).text);
}

nlohmann::json if_any(const std::string& text)
{
    return text.empty() ? nlohmann::json(nullptr) : nlohmann::json(text);
}

/// Mangopay's word as the API writes words.
std::string in_our_case(std::string_view word)
{
    std::string text(word);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

nlohmann::json verification_view(const accounts_at_mangopay::Verification& verification)
{
    return {{"state", in_our_case(name(verification.state))},
            {"hosted_url", if_any(verification.hosted_url)},
            {"reasons", verification.reasons},
            {"created_at", to_text(verification.created_at)},
            {"decided_at", verification.decided_at
                               ? nlohmann::json(to_text(*verification.decided_at))
                               : nlohmann::json(nullptr)}};
}

std::optional<accounts_at_mangopay::Verification> latest_verification(App& app, const AccountId& id)
{
    return app.db.read_latest(
        [&](Transaction& tx) { return accounts_at_mangopay::latest_verification(tx, id); });
}

/// 201 with Mangopay's hosted page; 202 when it takes longer.
Response verify_identity(App& app, const Request& request)
{
    const auto& provider = actor_of(request).account;
    Reader read(request.body);
    const auto return_url = return_url_of(read, app, "/account");
    read.finish();
    open_owner(app, provider);

    std::optional<MoneyOperationId> operation;
    auto response = idempotent(app, request, [&](Transaction& tx) {
        operation = payments::flows::registration::plan_verification(tx, provider, return_url).id;
        return accepted({{"state", "processing"}}, std::string(verification_location));
    });
    if (operation) payments::flows::advance(payments_context(app), *operation);
    const auto verification = latest_verification(app, provider);
    if (!verification) return response;
    response.status = 201;
    response.body = verification_view(*verification);
    return response;
}

Response show_verification(App& app, const Request& request)
{
    const auto verification = latest_verification(app, actor_of(request).account);
    if (!verification) throw not_found();
    return ok(verification_view(*verification));
}

std::string enrolment_link(App& app, const AccountId& provider)
{
    const auto owner = app.db.read_latest([&](Transaction& tx) {
        return accounts_at_mangopay::maybe_find(tx, provider, Role::owner);
    });
    try {
        return payments_context(app).gateway.enrolment_link(owner->user_id);
    } catch (const payments::NoAnswer&) {
        throw try_later();
    }
}

/// A link of ten minutes, made anew each time: nothing is created, nothing is kept. Its owner is
/// told before it is shown.
Response enrol(App& app, const Request& request)
{
    constexpr auto change = access::SensitiveChange::strong_authentication;
    const auto& provider = actor_of(request).account;
    Reader read(request.body);
    const auto typed = people::read_proof(read, request.body, change);
    read.finish();
    const auto proof = people::tried(app, request, typed);
    open_owner(app, provider);
    app.db.transaction([&](Transaction& tx) { access::demand_proof(tx, provider, change, proof); });
    const auto link = enrolment_link(app, provider);
    app.db.transaction(
        [&](Transaction& tx) { access::tell_owner(tx, provider, change, origin_of(request.raw)); });
    return ok({{"redirect_url", link}});
}

/// The number as people write it, without its spaces; read once, kept nowhere.
payments::flows::registration::BankAccount read_bank_account(Reader& read)
{
    constexpr std::size_t longest = 50; // with spaces
    auto text = read.text("iban", {1, longest});
    std::erase(text, ' ');
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (read.has("iban") && !payments::flows::registration::is_iban(text)) {
        read.complain("iban", {"Ce n'est pas un IBAN valable.", "This is not a valid IBAN."});
    }
    return {std::move(text)};
}

nlohmann::json recipient_view(App& app, const AccountId& provider, const std::string& link)
{
    const auto [active, latest] = app.db.read_latest([&](Transaction& tx) {
        return std::pair(accounts_at_mangopay::active_recipient(tx, provider),
                         accounts_at_mangopay::latest_recipient(tx, provider));
    });
    const auto& shown = active && link.empty() ? active : latest;
    if (!shown) return {{"state", "processing"}, {"redirect_url", nullptr}};
    return {{"id", shown->id.text()},
            {"state", in_our_case(name(shown->state))},
            {"redirect_url", if_any(link)},
            {"created_at", to_text(shown->created_at)}};
}

/// Not through idempotent(): a stored request or answer could be about the number. The operation's
/// own row makes the key count once.
Response register_recipient(App& app, const Request& request)
{
    const auto& provider = actor_of(request).account;
    const auto key = idempotency_key(request);
    constexpr auto change = access::SensitiveChange::payout_recipient;
    Reader read(request.body);
    const auto account = read_bank_account(read);
    const auto typed = people::read_proof(read, request.body, change);
    if (!typed.is_given) {
        read.complain("proof",
                      {"Prouvez que c'est bien vous : par votre code à usage unique, ou par "
                       "votre mot de passe et un code, à demander par e-mail.",
                       "Prove that it is you: by your one-time code, or by your password "
                       "and a code, to be asked for by mail."});
    }
    read.finish();
    const auto proof = people::tried(app, request, typed);
    open_owner(app, provider);
    const auto registration = payments::flows::registration::register_recipient(
        payments_context(app), provider, account, key, [&](Transaction& tx) {
            access::demand_proof(tx, provider, change, proof);
            access::log_connection(tx, provider, access::row_of(change).event,
                                   origin_of(request.raw));
        });
    const auto& operation = registration.operation;
    if (operation.state == State::failed) {
        throw Refused(Refusal::action_unavailable, {"Mangopay n'a pas accepté ce compte bancaire.",
                                                    "Mangopay did not accept this bank account."});
    }
    auto body = recipient_view(app, provider, registration.link);
    const std::string location(recipient_location);
    return operation.state == State::succeeded ? created(std::move(body), location)
                                               : accepted(std::move(body), location);
}

Response show_recipient(App& app, const Request& request)
{
    const auto& provider = actor_of(request).account;
    const auto exists = app.db.read_latest([&](Transaction& tx) {
        return accounts_at_mangopay::latest_recipient(tx, provider).has_value();
    });
    if (!exists) throw not_found();
    return ok(recipient_view(app, provider, ""));
}

Response show_eligibility(App& app, const Request& request)
{
    const auto& me = actor_of(request).account;
    std::optional<Instant> renewal_due;
    const auto hurdles = app.db.read_latest([&](Transaction& tx) {
        const auto owner = accounts_at_mangopay::maybe_find(tx, me, payments::Role::owner);
        if (owner) renewal_due = owner->renewal_due;
        return payees::hurdles(tx, people::detailed_conditions(app), me);
    });
    auto list = nlohmann::json::array();
    for (const auto& hurdle : hurdles) {
        list.push_back({{"code", hurdle.code},
                        {"reason", hurdle.reason.in(request.language)},
                        {"action", hurdle.action},
                        {"link", hurdle.link},
                        {"details", hurdle.details}});
    }
    const auto verify_again_before =
        renewal_due ? nlohmann::json(to_text(day_in_paris(*renewal_due))) : nlohmann::json();
    return ok({{"eligible", hurdles.empty()},
               {"hurdles", std::move(list)},
               {"verify_again_before", verify_again_before}});
}

} // namespace

std::vector<Route> payment_account_routes()
{
    using http::Place;
    return {
        {"POST", verification_location, "verify_identity", Who::provider, verify_identity, true,
         Place::outbound},
        {"GET", verification_location, "show_identity_verification", Who::provider,
         show_verification},
        sensitive(access::SensitiveChange::strong_authentication,
                  {"POST", "/v1/me/strong-authentication", "enrol_strong_authentication",
                   Who::provider, enrol, false, Place::outbound}),
        sensitive(access::SensitiveChange::payout_recipient,
                  {"POST", recipient_location, "register_payout_recipient", Who::provider,
                   register_recipient, true, Place::outbound}),
        {"GET", recipient_location, "show_payout_recipient", Who::provider, show_recipient},
        {"GET", "/v1/me/payout-eligibility", "show_payout_eligibility", Who::provider,
         show_eligibility},
    };
}

} // namespace api::money
