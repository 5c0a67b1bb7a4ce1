#pragma once

#include <cstdint>
#include <cstdio>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/vault/signing_key.hpp"
#include "invoicing/archive/disk_text.hpp"
#include "invoicing/archive/exported.hpp"
#include "invoicing/series/head.hpp"

namespace invoicing::archive {

/// manifest.json of an export: every document with its direction, dates, totals, the SHA-256 and
/// size of its files, and the values from which its entries in the chain are recomputed; the
/// damaged and the destroyed by what their links say; the sums of each direction, and what they
/// leave out; the signed heads of the series issued in. Grows on disk, not in memory.
class Manifest {
public:
    Manifest(const Scope& scope, domain::Instant made_at);

    void add(const Exported& document);

    /// Writes what stands after the documents. `heads` of other series are left out, as of those
    /// that somebody else numbers: they tell how much that is. `keys` are those that signed.
    void finish(const std::vector<series::Head>& heads,
                const std::vector<domain::vault::SigningKey>& keys);

    std::int64_t count() const { return documents_.count; }
    std::FILE* file() const { return text_.file(); }

private:
    /// The lines of one list, kept until its place in the text comes.
    struct List {
        DiskText text;
        std::int64_t count = 0;
        void add(const std::string& line);
    };

    /// What was issued, or received, beside what is damaged and in no sum.
    struct Sum {
        std::int64_t count = 0, net_minor = 0, vat_minor = 0, gross_minor = 0, damaged = 0;
        std::string text() const;
    };

    DiskText text_;
    List documents_, damaged_, destroyed_;
    Sum issued_, received_;
    std::set<std::string> series_; // issued in
};

/// Where an invoice's files lie in an export: "P7K3QF/P7K3QF-2026-000001.pdf"; a duplicate's PDF:
/// "P7K3QF/P7K3QF-2026-000001-Duplicata.pdf".
std::string path_in_export(const Exported& document, std::string_view extension);

} // namespace invoicing::archive
