#pragma once

#include "domain/core/language.hpp"
#include "invoicing/archive/disk_text.hpp"
#include "invoicing/archive/exported.hpp"

namespace invoicing::archive {

/// manifest.csv of an export: a row for each document, the damaged included, with what is trusted
/// of it. Columns are named alike in every language; values are the reader's words, beside the code
/// of what there is a code of.
class ManifestCsv {
public:
    explicit ManifestCsv(domain::Language language);

    void add(const Exported& document);

    std::FILE* file() const { return text_.file(); }

private:
    domain::Language language_;
    DiskText text_;
};

} // namespace invoicing::archive
