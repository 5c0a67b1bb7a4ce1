#pragma once

#include <string>
#include <vector>

#include "domain/storage/database.hpp"
#include "invoicing/archive/archive.hpp"
#include "invoicing/archive/manifest.hpp"
#include "invoicing/archive/zip_writer.hpp"

namespace invoicing::archive {

/// A period of the archive as one ZIP: README.fr.txt, every PDF and XML, manifest.csv and
/// manifest.json. Reads a few invoices at a time, whatever the length of the period; journals
/// its beginning and its end.
class ArchiveExport {
public:
    ArchiveExport(domain::Database& db, Scope scope);

    /// The next piece, at most 256 KiB; false when there is no more.
    bool next(std::string& piece);

private:
    enum class Phase : std::uint8_t { invoices, csv, json, complete };

    void add_some_invoices();
    void begin_list(const char* name, std::FILE* list);
    bool copied_some_of(std::FILE* list);
    void step();

    domain::Database& db_;
    Scope scope_;
    domain::Instant started_;
    Cursor at_;
    std::int64_t count_ = 0;
    Phase phase_ = Phase::invoices;
    Manifest manifest_;
    ZipWriter zip_;
};

} // namespace invoicing::archive
