#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/storage/transaction.hpp"

namespace domain::storage {

/// What is known of a stored file without reading it.
struct FileRecord {
    FileId id = unread;
    AccountId owner = unread;
    std::string kind, media_type, sha256;
    std::int64_t size = 0;
    Instant created_at;

    auto fields() { return std::tie(id, owner, kind, media_type, sha256, size, created_at); }
};

/// Files are rows of at most 256 KiB, written once. (SOCI cannot carry bytea, hence base64.)
inline constexpr std::size_t file_chunk_max = 256UL * 1024;

struct NewFile {
    std::string_view kind; // the register's word for it: "profile_photo"
    std::string_view media_type;
    std::string_view bytes;
};

/// The id must be new.
void put_file(Transaction& tx, const FileId& id, const AccountId& owner, const NewFile& file);

std::optional<FileRecord> find_file(Transaction& tx, const FileId& id);

/// The whole content. For what is streamed, read chunk by chunk.
std::string read_file(Transaction& tx, const FileId& id);

/// Chunk `n` (from 0), or nothing past the end.
std::optional<std::string> read_chunk(Transaction& tx, const FileId& id, std::int64_t n);

void erase_file(Transaction& tx, const FileId& id);

} // namespace domain::storage
