#include "jobs/last_letters.hpp"

#include "domain/leaving/kept.hpp"
#include "domain/letters/compose.hpp"
#include "domain/letters/kept_words.hpp"
#include "domain/mail/last_letter.hpp"
#include "domain/mail/notify.hpp"
#include "domain/profiles/profile_store.hpp"
#include "invoicing/former_members/document_link.hpp"
#include "invoicing/former_members/own_documents.hpp"
#include "invoicing/issuing/forgetting.hpp"
#include "payments/forgetting/forgetting.hpp"

namespace jobs {

using namespace domain;
namespace former_members = invoicing::former_members;

namespace {

constexpr mail::Template about_closing[] = {mail::Template::account_closing,
                                            mail::Template::account_being_closed,
                                            mail::Template::account_closed};

std::optional<proposals::Stake> about_no_proposal(Transaction&, std::string_view)
{
    return {};
}

Say notice_of(Transaction& tx, const Marketplace& marketplace, const AccountId& account)
{
    const leaving::Beginnings beginnings = {
        invoicing::issuing::last_fiscal_year_end(tx, account),
        payments::forgetting::last_fiscal_year_end(tx, account, marketplace.platform)};
    auto notice = letters::kept_in_words(
        leaving::kept_of(tx, marketplace.policy.retention(), account, beginnings));
    if (!former_members::has_documents(tx, account)) return notice;
    const auto documents = letters::documents_in_words(
        marketplace.platform.web_url + std::string(former_members::page) +
        "?token=" + former_members::issue_link(tx, account));
    return {notice.fr + "\n\n" + documents.fr, notice.en + "\n\n" + documents.en};
}

} // namespace

void write_last_letters(Transaction& tx, const Marketplace& marketplace, const AccountId& account)
{
    if (profiles::contact_of(tx, account).email.empty()) return;
    mail::notify(tx, account, mail::Template::account_closed);
    const auto notice = notice_of(tx, marketplace, account);
    for (const auto which : about_closing) {
        for (const auto& unsent : mail::unsent(tx, account, which)) {
            const auto letter = letters::compose(tx, marketplace.platform, about_no_proposal,
                                                 {unsent.id.text(), unsent.detail, notice});
            if (letter) mail::keep_last_letter(tx, *letter);
        }
    }
}

} // namespace jobs
