#include "domain/letters/company_letter.hpp"

#include "domain/letters/written.hpp"
#include "domain/proposals/links.hpp"
#include "domain/proposals/proposal_store.hpp"

namespace domain::letters {

namespace {

Say in_words(const proposals::Wish& wish)
{
    const auto kind = proposals::in_words(wish.kind);
    return {kind.fr + " (" + wish.subject + ")", kind.en + " (" + wish.subject + ")"};
}

/// What is told, and where the link leads.
struct News {
    Say notice;
    std::string link;
};

/// Nothing when there is nothing to refuse any more.
std::optional<News> refusable(Transaction& tx, const std::string& base, std::string_view id)
{
    const auto proposal_id = ProposalId::parse(id);
    const auto proposal = proposal_id ? proposals::lock(tx, *proposal_id) : std::nullopt;
    if (!proposal || proposal->state != proposals::State::proposed) return {};
    return News{in_words(proposal->wish), base + proposals::issue_link(tx, *proposal_id)};
}

} // namespace

std::optional<mail::Message> company_letter(Transaction& tx, const Platform& platform,
                                            const CompanyNews& about, std::string_view id)
{
    const auto base = platform.web_url + std::string(mail::link_of(about.which));
    const auto news = about.which == mail::Template::proposal_unopposed
                          ? refusable(tx, base, about.id)
                          : News{{about.id, about.id}, base};
    if (!news) return {};
    auto message = written(platform, about.which, Language::fr,
                           {{"platform", platform.name},
                            {"company", platform.company.name},
                            {"contact", platform.company.contact_email},
                            {"link", news->link},
                            {"notice", news->notice.fr}});
    message.to = platform.company.oversight();
    message.id = id;
    message.at = tx.now;
    return message;
}

std::optional<Say> proposal_notice(Transaction& tx, std::string_view id)
{
    const auto proposal_id = ProposalId::parse(id);
    const auto proposal = proposal_id ? proposals::maybe_find(tx, *proposal_id) : std::nullopt;
    if (!proposal) return {};
    return in_words(proposal->wish);
}

} // namespace domain::letters
