#include "invoicing/archive/archive_export.hpp"

#include <array>

#include "domain/core/check.hpp"
#include "domain/vault/signer.hpp"
#include "invoicing/archive/export_readme.hpp"
#include "invoicing/series/anchors.hpp"
#include "invoicing/series/heads.hpp"

namespace invoicing::archive {

namespace {

using namespace domain;

constexpr std::size_t piece_max = std::size_t{256} * 1024;
constexpr int documents_at_once = 8;

} // namespace

ArchiveExport::ArchiveExport(Database& db, Scope scope, Language language)
    : db_(db),
      scope_(std::move(scope)),
      started_(db.now()),
      manifest_(scope_, started_),
      csv_(language)
{
    heads_ = db_.transaction([&](Transaction& tx) {
        journal(tx, scope_, "export", period_text(scope_));
        series::sign_heads(tx);
        keys_ = vault::signing_keys_of(tx.vault);
        return series::latest_heads(tx);
    });
    db_.read_latest(series::anchor_heads);
    zip_.add(readme_name(language), readme_of_export(scope_, language), started_);
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
    case Phase::documents: add_some_documents(); return;
    case Phase::csv:
        if (copied_some_of(csv_.file())) return;
        begin_list("manifest.json", manifest_.file());
        phase_ = Phase::json;
        return;
    case Phase::json:
        if (copied_some_of(manifest_.file())) return;
        zip_.finish();
        phase_ = Phase::complete;
        db_.transaction([&](Transaction& tx) {
            journal(tx, scope_, "export_complete",
                    period_text(scope_) + " " + std::to_string(manifest_.count()));
        });
        return;
    case Phase::complete: return;
    }
}

void ArchiveExport::add_some_documents()
{
    const auto some = db_.read([&](Transaction& tx) {
        return page_of_archive(tx, scope_, at_, documents_at_once, Destroyed::shown);
    });
    for (const auto& reached : some) {
        at_ = reached.cursor();
        add(exported(db_, reached));
    }
    if (!some.empty()) return;
    manifest_.finish(heads_, keys_);
    begin_list("manifest.csv", csv_.file());
    phase_ = Phase::csv;
}

void ArchiveExport::add(const Exported& document)
{
    if (document.invoice) {
        const auto at = document.invoice->issued_at;
        if (document.pdf) zip_.add(path_in_export(document, "pdf"), document.pdf->bytes, at);
        zip_.add(path_in_export(document, "xml"), document.xml, at);
    }
    csv_.add(document);
    manifest_.add(document);
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
