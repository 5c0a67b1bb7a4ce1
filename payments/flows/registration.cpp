#include "payments/flows/registration.hpp"

#include <algorithm>
#include <cctype>
#include <chrono>

#include "domain/accounts/account_store.hpp"
#include "domain/core/crypto.hpp"
#include "domain/core/refused.hpp"
#include "domain/profiles/profile_store.hpp"
#include "payments/flows/sending.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/operations/operations.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"

namespace payments::flows::registration {

namespace {

using domain::Transaction;
using operations::Operation;
using operations::Plan;

constexpr std::chrono::days verification_lasts{7}; // unsubmitted, at Mangopay

UserId owner_id(Transaction& tx, const domain::AccountId& provider)
{
    const auto owner = payment_accounts::maybe_find(tx, provider, Role::owner);
    domain::check(owner && owner->is_open(), "the provider's payment account is open");
    return owner->user_id;
}

/// What is to be sent, with its plan already written down. Nothing: the key was used before.
struct Prepared {
    Operation operation;
    std::optional<NewRecipient> command;
};

std::string intent_of(const domain::AccountId& provider, const std::string& key)
{
    return "recipient " + provider.text() + " " + domain::sha256_hex(key);
}

Prepared prepare(Transaction& tx, const domain::AccountId& provider, const BankAccount& account,
                 const std::string& key, const std::function<void(Transaction&)>& authorize)
{
    const auto intent = intent_of(provider, key);
    if (auto known = operations::find_live(tx, intent)) return {*std::move(known), {}};
    authorize(tx);
    const auto user = owner_id(tx, provider);
    auto operation = operations::plan_to_send_now(tx, {.kind = Kind::recipient,
                                                       .intent = intent,
                                                       .account_id = provider,
                                                       .role = Role::owner,
                                                       .author_id = user});
    if (!operation) return {*operations::find_live(tx, intent), {}};
    const auto profile = domain::profiles::profile_of(tx, domain::accounts::find(tx, provider));
    NewRecipient command{user,
                         account.iban,
                         account.iban.substr(0, 2),
                         payment_accounts::person_from(profile),
                         payment_accounts::company_from(profile),
                         operation->id.text()};
    return {std::move(*operation), std::move(command)};
}

/// A refusal while the same request was being carried out: that one's answer is the answer.
Prepared prepared_once(const Context& context, const domain::AccountId& provider,
                       const BankAccount& account, const std::string& key,
                       const std::function<void(Transaction&)>& authorize)
{
    try {
        return context.db.transaction(
            [&](Transaction& tx) { return prepare(tx, provider, account, key, authorize); });
    } catch (const domain::Refused&) {
        auto first = context.db.read_latest(
            [&](Transaction& tx) { return operations::find_live(tx, intent_of(provider, key)); });
        if (first) return {*std::move(first), {}};
        throw;
    }
}

std::string link_in(const Outcome& outcome)
{
    const auto* resource = operations::resource_in(outcome);
    return resource == nullptr ? "" : resource->redirect_url;
}

} // namespace

bool is_iban(std::string_view iban)
{
    constexpr std::size_t shortest = 15;
    constexpr std::size_t longest = 34;
    if (iban.size() < shortest || iban.size() > longest) return false;
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!is_upper(iban[0]) || !is_upper(iban[1]) || !is_digit(iban[2]) || !is_digit(iban[3])) {
        return false;
    }
    int remainder = 0;
    const auto turned = std::string(iban.substr(4)) + std::string(iban.substr(0, 4));
    for (const char c : turned) {
        if (!is_upper(c) && !is_digit(c)) return false;
        remainder = is_digit(c) ? remainder * 10 + (c - '0') : remainder * 100 + (c - 'A' + 10);
        remainder %= 97;
    }
    return remainder == 1;
}

Registration register_recipient(const Context& context, const domain::AccountId& provider,
                                const BankAccount& account, const std::string& key,
                                const std::function<void(Transaction&)>& authorize)
{
    const auto prepared = prepared_once(context, provider, account, key, authorize);
    if (!prepared.command) return {prepared.operation, ""};
    auto outcome = context.gateway.send(*prepared.command, prepared.operation.idempotency_key);
    // Nobody kept the account number, so nobody can send it later.
    if (const auto* unsent = std::get_if<NotSent>(&outcome)) {
        outcome = Rejected{503, "lost", unsent->why};
    }
    settle(context, prepared.operation.id, outcome);
    const auto now = context.db.read_latest(
        [&](Transaction& tx) { return operations::find(tx, prepared.operation.id); });
    return {now, link_in(outcome)};
}

std::string after_which(Transaction& tx, const domain::AccountId& provider)
{
    const auto latest = payment_accounts::latest_verification(tx, provider);
    return latest ? latest->id.text() : "first";
}

Operation plan_verification(Transaction& tx, const domain::AccountId& provider,
                            const std::string& return_url)
{
    const auto owner = payment_accounts::maybe_find(tx, provider, Role::owner);
    const auto latest = owner ? payment_accounts::current_verification(tx, *owner) : std::nullopt;
    const bool under_way = latest && latest->state == VerificationStatus::pending &&
                           latest->created_at + verification_lasts > tx.now;
    const auto live = [&](const std::string& after) {
        return "verification " + provider.text() + " " + after;
    };
    if (under_way) {
        const auto made =
            operations::find_by_resource(tx, Kind::verification, ResourceId(latest->id.text()));
        domain::check(made.has_value(), "a verification has its operation");
        return *made;
    }
    return operations::plan(tx, Plan{.kind = Kind::verification,
                                     .intent = live(after_which(tx, provider)),
                                     .account_id = provider,
                                     .role = Role::owner,
                                     .author_id = owner_id(tx, provider),
                                     .return_url = return_url});
}

} // namespace payments::flows::registration
