#pragma once

#include <string>
#include <vector>

#include "domain/storage/database.hpp"
#include "domain/vault/signing_key.hpp"
#include "invoicing/archive/archive_store.hpp"
#include "invoicing/archive/manifest.hpp"
#include "invoicing/archive/manifest_csv.hpp"
#include "invoicing/archive/zip_writer.hpp"
#include "invoicing/series/head.hpp"

namespace invoicing::archive {

/// A period of the archive as one ZIP: a README, every PDF and XML, manifest.csv and manifest.json.
/// Reads a document at a time, however long the period is; one that is damaged is named, and keeps
/// no other out. Signs the heads of the series as it begins, or
/// shows those signed last while the signing key is damaged; journals its beginning and its end.
class ArchiveExport {
public:
    ArchiveExport(domain::Database& db, Scope scope,
                  domain::Language language = domain::Language::fr);

    /// The next piece, at most 256 KiB; false when there is no more.
    bool next(std::string& piece);

private:
    enum class Phase : std::uint8_t { documents, csv, json, complete };

    void add_some_documents();
    void add(const Exported& document);
    void begin_list(const char* name, std::FILE* list);
    bool copied_some_of(std::FILE* list);
    void step();

    domain::Database& db_;
    Scope scope_;
    domain::Instant started_;
    Cursor at_;
    Phase phase_ = Phase::documents;
    Manifest manifest_;
    ManifestCsv csv_;
    std::vector<series::Head> heads_;
    std::vector<domain::vault::SigningKey> keys_;
    ZipWriter zip_;
};

} // namespace invoicing::archive
