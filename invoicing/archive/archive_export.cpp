#include "invoicing/archive/archive_export.hpp"

#include <array>

#include "domain/core/check.hpp"
#include "invoicing/issuing/file_store.hpp"

namespace invoicing::archive {

namespace {

using namespace domain;

constexpr std::size_t piece_max = std::size_t{256} * 1024;
constexpr int invoices_at_once = 8;

/// An invoice with its bytes, as read in one short transaction.
struct Item {
    issuing::Summary invoice;
    std::optional<std::string> pdf, xml;
};

std::vector<Item> items(Database& db, const Scope& scope, const Cursor& after)
{
    return db.read([&](Transaction& tx) {
        std::vector<Item> read;
        for (auto& invoice : page_of_archive(tx, scope, after, invoices_at_once)) {
            Item item{std::move(invoice), {}, {}};
            item.pdf = issuing::file_bytes(tx, item.invoice.id);
            item.xml = issuing::xml_text(tx, item.invoice.id);
            read.push_back(std::move(item));
        }
        return read;
    });
}

std::string period_text(const Scope& scope)
{
    return to_text(scope.period.from) + "/" + to_text(scope.period.to);
}

} // namespace

ArchiveExport::ArchiveExport(Database& db, Scope scope)
    : db_(db), scope_(std::move(scope)), started_(db.now()), manifest_(scope_, started_)
{
    db_.transaction([&](Transaction& tx) { journal(tx, scope_, "export", period_text(scope_)); });
    zip_.add("README.fr.txt", readme_of_export(scope_), started_);
}

bool ArchiveExport::next(std::string& piece)
{
    while (phase_ != Phase::complete && zip_.waiting() < piece_max)
        step();
    piece = zip_.take(piece_max);
    return !piece.empty();
}

void ArchiveExport::step()
{
    switch (phase_) {
    case Phase::invoices: add_some_invoices(); return;
    case Phase::csv:
        if (copied_some_of(manifest_.csv())) return;
        begin_list("manifest.json", manifest_.json());
        phase_ = Phase::json;
        return;
    case Phase::json:
        if (copied_some_of(manifest_.json())) return;
        zip_.finish();
        phase_ = Phase::complete;
        db_.transaction([&](Transaction& tx) {
            journal(tx, scope_, "export_complete",
                    period_text(scope_) + " " + std::to_string(count_));
        });
        return;
    case Phase::complete: return;
    }
}

void ArchiveExport::add_some_invoices()
{
    const auto some = items(db_, scope_, at_);
    for (const auto& [invoice, pdf, xml] : some) {
        at_ = cursor_after(invoice);
        if (!xml) continue; // its key was destroyed meanwhile
        if (pdf) zip_.add(path_in_export(invoice, "pdf"), *pdf, invoice.issued_at);
        zip_.add(path_in_export(invoice, "xml"), *xml, invoice.issued_at);
        manifest_.add(invoice, xml->size());
        ++count_;
    }
    if (!some.empty()) return;
    manifest_.finish();
    begin_list("manifest.csv", manifest_.csv());
    phase_ = Phase::csv;
}

void ArchiveExport::begin_list(const char* name, std::FILE* list)
{
    check(std::fseek(list, 0, SEEK_END) == 0, "a temporary file has an end");
    zip_.begin(name, std::ftell(list), started_);
    std::rewind(list);
}

bool ArchiveExport::copied_some_of(std::FILE* list)
{
    std::array<char, std::size_t{64} * 1024> buffer;
    const auto count = std::fread(buffer.data(), 1, buffer.size(), list);
    zip_.write({buffer.data(), count});
    return count > 0;
}

} // namespace invoicing::archive
