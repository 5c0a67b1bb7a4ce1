#include "api/documents/closed_account_page.hpp"

#include "api/documents/closed_accounts.hpp"
#include "api/people/plain_page.hpp"
#include "api/pipeline/security_watch.hpp"
#include "domain/core/stored.hpp"
#include "domain/core/text.hpp"
#include "domain/letters/amount_words.hpp"
#include "domain/letters/day_words.hpp"

namespace api::documents {

using namespace domain;
namespace former_members = invoicing::former_members;
using former_members::Claim;
using former_members::DocumentLink;
using former_members::OwnDocument;
using people::form_field;
using people::PlainForm;

namespace {

constexpr std::string_view operation = "open_closed_account_documents";

Claim claim_in(const Request& request)
{
    const auto typed = [&](std::string_view field) {
        return clean_text(form_field(request, field), false).value_or("");
    };
    return {form_field(request, "token"), typed("number"), typed("name")};
}

PlainForm question(const std::string& token)
{
    return {.button = {"Voir mes documents", "See my documents"},
            .action = std::string(former_members::page),
            .token = token,
            .fields = {{"number", {"Numéro d'un document", "Number of a document"}},
                       {"name",
                        {"Votre nom, ou celui de votre entreprise, tel qu'il y figure",
                         "Your name, or your company's, as it stands there"}}}};
}

/// What proves the person goes along with whatever it does next: there is no session.
PlainForm carrying(const Claim& claim)
{
    return {.button = {},
            .action = std::string(former_members::page),
            .token = claim.token,
            .carried = {{"number", claim.number}, {"name", claim.name}}};
}

PlainForm form_of(const OwnDocument& document, const Claim& claim, Language language)
{
    auto form = carrying(claim);
    const auto day = stored(parse_day(document.day));
    form.title = document.number + ", " + letters::in_words(day).in(language) + ", " +
                 letters::in_words(document.gross).in(language);
    form.carried.emplace_back("document", document.id);
    form.buttons = {{{"PDF", "PDF"}, "form", "pdf"}, {{"XML", "XML"}, "form", "xml"}};
    return form;
}

/// A page of the list, the way to the next, and the way to end it all.
Response listed(Transaction& tx, const DocumentLink& link, const Claim& claim,
                const Request& request)
{
    constexpr int page_length = 50;
    const Page page{.limit = page_length, .after = form_field(request, "after")};
    auto documents =
        former_members::own_documents(tx, link.account_id, page.after, page.one_more());
    former_members::journal(tx, link, "list", "");
    const auto next = cut(documents, page, [](const auto& last) { return last.id; });
    std::vector<PlainForm> forms;
    forms.reserve(documents.size() + 2);
    for (const auto& document : documents)
        forms.push_back(form_of(document, claim, request.language));
    if (next) {
        forms.push_back(carrying(claim));
        forms.back().button = {"Documents plus anciens", "Older documents"};
        forms.back().carried.emplace_back("after", *next);
    }
    forms.push_back(carrying(claim));
    forms.back().buttons = {
        {{"Fermer ce lien pour toujours", "Close this link for good"}, "close", "link"}};
    return people::page_of_forms({"Vos documents. Chaque lecture est consignée.",
                                  "Your documents. Every reading is written down."},
                                 forms, request.language);
}

Response answered(Transaction& tx, const DocumentLink& link, const Claim& claim,
                  const Request& request, invoicing::issuing::Findings& found)
{
    if (!form_field(request, "close").empty()) {
        end_link(tx, link);
        return people::plain_page({"Ce lien est fermé : il n'ouvre plus rien.",
                                   "This link is closed: it opens nothing any more."},
                                  {}, request.language);
    }
    const auto document = form_field(request, "document");
    const auto form = former_members::forms.parse(form_field(request, "form"));
    if (!document.empty() && form) return own_download(tx, link, document, *form, found);
    return listed(tx, link, claim, request);
}

/// Only asks: mail programs and virus scanners follow links by themselves. Whether the link lives
/// is not told.
Response show(App&, const Request& request)
{
    const auto token = query_text(request, "token");
    if (!people::is_link_token(token)) throw not_found();
    return people::plain_page(
        {"Les documents d'un compte fermé. Pour les voir, donnez le numéro de l'un d'eux et le "
         "nom qui y figure.",
         "The documents of a closed account. To see them, give the number of one of them and the "
         "name that stands there."},
        question(token), request.language);
}

Response open_documents(App& app, const Request& request)
{
    const auto claim = claim_in(request);
    if (!people::is_link_token(claim.token)) throw not_found();
    try {
        return claimed(app, request, claim,
                       [&](Transaction& tx, const DocumentLink& link, auto& found) {
                           return answered(tx, link, claim, request, found);
                       });
    } catch (const Refused& refused) {
        note_refusal(app, operation, request, refused);
        return people::refusal_page(refused, question(claim.token), request.language);
    }
}

} // namespace

std::vector<Route> closed_account_page_routes()
{
    return {
        {"GET", former_members::page, "show_closed_account_documents", Who::anyone, show},
        people::form_route(former_members::page, operation, open_documents),
    };
}

} // namespace api::documents
