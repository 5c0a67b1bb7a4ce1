#include "domain/reviews/forgetting.hpp"

#include <utility>

#include "domain/access/email_change_store.hpp"
#include "domain/profiles/former_store.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/reviews/review_store.hpp"
#include "domain/scrubbing/scrubbed.hpp"
#include "domain/vault/vault.hpp"

namespace domain::reviews {

using profiles::Trait;
using profiles::TraitKind;
using scrubbing::Spellings;

namespace {

constexpr auto nothing_left = "…";

/// Everything the account is recognised by, or was.
std::vector<Trait> traits_of(Transaction& tx, const AccountId& account)
{
    auto traits = profiles::former_traits(tx, account);
    for (auto& trait : profiles::traits_of({.person = profiles::person_of(tx, account),
                       .contact = profiles::contact_of(tx, account),
                       .company = profiles::company_of(tx, account)}))
        traits.push_back(std::move(trait));
    for (auto& address : access::addresses_of(tx, account))
        traits.push_back({TraitKind::email, std::move(address)});
    return traits;
}

/// Nothing in data put back from before an erasure: its profile is there, and no key to read it.
std::optional<std::vector<Trait>> known_traits(Transaction& tx, const AccountId& account)
{
    for (const auto category : {Category::identity, Category::contact}) {
        if (!tx.vault.has_key(account.text(), category)) return {};
    }
    return traits_of(tx, account);
}

std::string without(const std::optional<Spellings>& own, const std::string& text)
{
    return own ? scrubbing::scrubbed(text, *own) : nothing_left;
}

} // namespace

void forget_author(Transaction& tx, const AccountId& author, const std::optional<Spellings>& own)
{
    for (auto& review : lock_bound_to(tx, author)) {
        if (review.author != author) continue;
        review.author.reset();
        review.signature = review.pseudonym;
        if (review.text) review.text = without(own, *review.text);
        if (review.reply) review.reply = without(own, *review.reply);
        save_words(tx, review);
    }
}

void forget_mentions(Transaction& tx, const AccountId& account, const Spellings& own)
{
    for (auto& review : lock_around(tx, account)) {
        const auto before = std::pair(review.text, review.reply);
        if (review.text) review.text = scrubbing::scrubbed(*review.text, own);
        if (review.reply) review.reply = scrubbing::scrubbed(*review.reply, own);
        if (std::pair(review.text, review.reply) != before) save_words(tx, review);
    }
}

void forget_reviewed(Transaction& tx, const AccountId& account)
{
    for (auto& review : lock_bound_to(tx, account)) {
        if (review.target != account) continue;
        review.target.reset();
        review.text.reset();
        review.reply.reset();
        review.replied_at.reset();
        save_words(tx, review);
    }
}

forgetting::Eraser eraser()
{
    return {forgetting::with_the_account("reviews", policy::Action::pseudonymise),
            [](Transaction& tx, const forgetting::Leaving& leaving) {
                const auto traits = known_traits(tx, leaving.account);
                if (!traits) return forget_author(tx, leaving.account, {});
                forget_author(tx, leaving.account, scrubbing::spellings_of(*traits));
                forget_mentions(tx, leaving.account, scrubbing::spellings_in_passing(*traits));
            }};
}

forgetting::Eraser received_eraser()
{
    return {forgetting::with_the_account("reviews_received"),
            [](Transaction& tx, const forgetting::Leaving& leaving) {
                forget_reviewed(tx, leaving.account);
            }};
}

} // namespace domain::reviews
