#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "invoicing/archive/archive.hpp"

namespace invoicing::archive {

/// The list that goes with an export, as JSON and as CSV, one entry per invoice: number,
/// dates, totals, SHA-256 and size of its files, its link in the chain. Grows on disk, not in
/// memory, however long the list.
class Manifest {
public:
    Manifest(const Scope& scope, domain::Instant made_at);

    void add(const issuing::Summary& invoice, std::size_t xml_size);

    /// Writes the sums. Afterwards the two files are complete.
    void finish();

    std::FILE* json() const { return json_.get(); }
    std::FILE* csv() const { return csv_.get(); }

private:
    struct Close {
        void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
    };
    using File = std::unique_ptr<std::FILE, Close>;

    File json_, csv_;
    std::int64_t count_ = 0, net_minor_ = 0, vat_minor_ = 0, gross_minor_ = 0;
};

/// Where an invoice's files lie in an export: "P7K3QF/P7K3QF-2026-000001.pdf".
std::string path_in_export(const issuing::Summary& invoice, std::string_view extension);

/// What the export is, for whoever opens it in nine years.
std::string readme_of_export(const Scope& scope);

} // namespace invoicing::archive
