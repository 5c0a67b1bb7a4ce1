#include "invoicing/former_members/own_documents.hpp"

#include <iterator>

#include "domain/core/refused.hpp"
#include "invoicing/former_members/own_invoices.hpp"

namespace invoicing::former_members {

namespace {

using namespace domain;

/// How documents of one kind are found and read.
struct Reading {
    DocumentKind kind;
    bool (*is_id)(std::string_view id);
    std::vector<OwnDocument> (*page)(Transaction&, const AccountId&, const std::string& after,
                                     int limit);
    std::optional<OwnDocument> (*maybe_find)(Transaction&, const AccountId&, std::string_view id);
    std::optional<OwnDocument> (*maybe_numbered)(Transaction&, const AccountId&,
                                                 std::string_view number);
    std::vector<std::string> (*names)(Transaction&, const AccountId&, const OwnDocument&,
                                      issuing::Findings&);
    std::string (*bytes)(Transaction&, const OwnDocument&, Form, issuing::Findings&);
};

constexpr Reading readings[] = {
    {DocumentKind::invoice, own_invoices::is_id, own_invoices::page, own_invoices::maybe_find,
     own_invoices::maybe_numbered, own_invoices::names, own_invoices::bytes},
};
static_assert(std::size(readings) == document_kinds.size(), "a way to read each kind");

const Reading& reading_of(const OwnDocument& document)
{
    for (const auto& reading : readings) {
        if (reading.kind == document.kind) return reading;
    }
    throw not_found();
}

} // namespace

std::vector<OwnDocument> own_documents(Transaction& tx, const AccountId& account,
                                       const std::string& after, int limit)
{
    std::vector<OwnDocument> all;
    bool has_begun = after.empty();
    for (const auto& reading : readings) {
        const bool goes_on_here = !has_begun && reading.is_id(after);
        has_begun = has_begun || goes_on_here;
        const auto room = limit - static_cast<int>(all.size());
        if (!has_begun || room <= 0) continue;
        for (auto& document : reading.page(tx, account, goes_on_here ? after : "", room))
            all.push_back(std::move(document));
    }
    return all;
}

bool has_documents(Transaction& tx, const AccountId& account)
{
    return !own_documents(tx, account, "", 1).empty();
}

OwnDocument own_document(Transaction& tx, const AccountId& account, std::string_view id)
{
    for (const auto& reading : readings) {
        if (!reading.is_id(id)) continue;
        if (const auto document = reading.maybe_find(tx, account, id)) return *document;
    }
    throw not_found();
}

std::optional<OwnDocument> numbered(Transaction& tx, const AccountId& account,
                                    std::string_view number)
{
    for (const auto& reading : readings) {
        if (auto document = reading.maybe_numbered(tx, account, number)) return document;
    }
    return {};
}

std::vector<std::string> names_on(Transaction& tx, const AccountId& account,
                                  const OwnDocument& document, issuing::Findings& found)
{
    return reading_of(document).names(tx, account, document, found);
}

std::string bytes_of(Transaction& tx, const OwnDocument& document, Form form,
                     issuing::Findings& found)
{
    return reading_of(document).bytes(tx, document, form, found);
}

} // namespace invoicing::former_members
