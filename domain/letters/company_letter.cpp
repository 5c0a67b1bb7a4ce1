#include "domain/letters/company_letter.hpp"

#include "domain/accounts/account_store.hpp"
#include "domain/letters/day_words.hpp"
#include "domain/letters/proposal_words.hpp"
#include "domain/letters/written.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/proposals/links.hpp"
#include "domain/proposals/proposal_store.hpp"

namespace domain::letters {

namespace {

Say same(const std::string& text)
{
    return {text, text};
}

/// The address of one of the operator's own people, by which the company knows it.
std::string address_of(Transaction& tx, const AccountId& staff)
{
    const auto email = profiles::contact_of(tx, staff).email;
    return email.empty() ? staff.text() : email;
}

/// Nothing when there is nothing to refuse any more.
std::optional<Words> refusable(Transaction& tx, const proposals::StakeOf& stake_of,
                               const std::string& base, std::string_view id)
{
    const auto proposal_id = ProposalId::parse(id);
    const auto proposal = proposal_id ? proposals::lock(tx, *proposal_id) : std::nullopt;
    if (!proposal || proposal->state != proposals::State::proposed) return {};
    const auto& wish = proposal->wish;
    return Words{{"notice", gist(wish, stake_of(tx, wish.subject))},
                 {"evidence", in_words(wish.evidence)},
                 {"proposer", same(address_of(tx, proposal->by))},
                 {"until", in_words(tx.now + proposals::patience)},
                 {"effect", proposals::effect_in_words(wish.kind)},
                 {"link", same(base + proposals::issue_link(tx, *proposal_id))}};
}

/// Who of the company's own people was added.
Words added(Transaction& tx, std::string_view id)
{
    const auto account_id = AccountId::parse(id);
    const auto account = account_id ? accounts::maybe_find(tx, *account_id) : std::nullopt;
    if (!account) return {{"notice", same(std::string(id))}};
    return {{"notice", same(address_of(tx, account->id) + " (" +
                            std::string(accounts::name(account->kind)) + ")")}};
}

} // namespace

std::optional<mail::Message> company_letter(Transaction& tx, const Platform& platform,
                                            const proposals::StakeOf& stake_of,
                                            const CompanyNews& about, std::string_view id)
{
    const auto base = platform.web_url + std::string(mail::link_of(about.which));
    auto words = about.which == mail::Template::proposal_unopposed
                     ? refusable(tx, stake_of, base, about.id)
                     : added(tx, about.id);
    if (!words) return {};
    words->insert(words->end(), {{"platform", same(platform.name)},
                                 {"company", same(platform.company.name)},
                                 {"contact", same(platform.company.contact_email)}});
    auto message = written_in_both(platform, about.which, *words);
    message.to = platform.company.oversight();
    message.id = id;
    message.at = tx.now;
    return message;
}

} // namespace domain::letters
