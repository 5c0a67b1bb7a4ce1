#include "invoicing/former_members/opening.hpp"

#include <algorithm>
#include <utility>

#include "domain/access/attempts.hpp"
#include "domain/access/security_event.hpp"
#include "domain/profiles/likeness.hpp"
#include "invoicing/archive/archive.hpp"
#include "invoicing/archive/archive_store.hpp"

namespace invoicing::former_members {

namespace {

using namespace domain;

bool is_named(const std::vector<std::string>& names, std::string_view typed)
{
    return std::ranges::any_of(
        names, [&](const auto& name) { return profiles::may_be_one_name(name, typed); });
}

bool is_true(Transaction& tx, const DocumentLink& link, const Claim& claim,
             issuing::Findings& found)
{
    const auto document = numbered(tx, link.account_id, claim.number);
    return document && is_named(names_on(tx, link.account_id, *document, found), claim.name);
}

access::SecurityRefusal refused()
{
    return {access::SecurityEvent::link_refused,
            {Refusal::invalid_fields,
             {"Lien, numéro et nom ne vont pas ensemble, ou le lien est fermé. Recopiez le numéro "
              "d'un de vos documents, et votre nom tel qu'il y figure.",
              "Link, number and name do not belong together, or the link is closed. Copy the "
              "number of one of your documents, and your name as it stands there."},
             {{"number", {"Le numéro d'un de vos documents.", "The number of one of yours."}},
              {"name", {"Votre nom tel qu'il y figure.", "Your name as it stands there."}}}}};
}

} // namespace

void count_claim(Transaction& tx, const Claim& claim, const accounts::ConnectionOrigin& from)
{
    access::count_document_claim(tx, index_of(tx, claim.token), from);
}

DocumentLink opened(Transaction& tx, const Claim& claim, const accounts::ConnectionOrigin& from,
                    issuing::Findings& found)
{
    const auto link = living_link(tx, claim.token);
    if (!link || !is_true(tx, *link, claim, found)) throw refused();
    access::forgive_document_claim(tx, index_of(tx, claim.token), from);
    return *link;
}

DocumentLink still_open(Transaction& tx, const Claim& claim)
{
    auto link = living_link(tx, claim.token);
    if (!link) throw refused();
    return *std::move(link);
}

void journal(Transaction& tx, const DocumentLink& link, std::string_view what,
             std::string_view object)
{
    auto scope = archive::scope_of_accountant(link.account_id);
    scope.reader = link.id.text();
    archive::journal(tx, scope, what, object);
}

} // namespace invoicing::former_members
