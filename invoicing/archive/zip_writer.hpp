#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "domain/core/instant.hpp"

namespace invoicing::archive {

/// Writes a ZIP (ZIP64 where needed) piece by piece: what was added can be taken out at once,
/// so that an archive of any size passes through little memory. libarchive inside.
class ZipWriter {
public:
    ZipWriter();
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    void add(const std::string& name, std::string_view content, domain::Instant modified);

    /// Begins an entry of `size` bytes, whose content write() then brings in pieces.
    void begin(const std::string& name, std::int64_t size, domain::Instant modified);
    void write(std::string_view piece);

    /// Writes the directory at the end. Nothing can be added afterwards.
    void finish();

    /// Bytes written and not taken yet.
    std::size_t waiting() const;

    /// The first `most` of them; they leave the writer.
    std::string take(std::size_t most);

private:
    class Open;
    std::unique_ptr<Open> open_;
};

} // namespace invoicing::archive
