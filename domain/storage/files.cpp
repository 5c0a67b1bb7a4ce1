#include "domain/storage/files.hpp"

#include "domain/core/crypto.hpp"

namespace domain::storage {

void put_file(Transaction& tx, const FileId& id, const AccountId& owner, const NewFile& file)
{
    const auto bytes = file.bytes;
    tx.run(R"(
        INSERT INTO files (id, owner_id, kind, media_type, sha256, size, created_at)
        VALUES (:id, :owner, :kind, :media_type, :sha256, :size, :at))",
           id, owner, file.kind, file.media_type, sha256_hex(bytes), bytes.size(), tx.now);
    for (std::size_t from = 0, n = 0; from < bytes.size(); from += file_chunk_max, ++n) {
        tx.run("INSERT INTO file_chunks (file_id, n, content) VALUES (:file, :n, :content)", id, n,
               to_base64(bytes.substr(from, file_chunk_max)));
    }
}

std::optional<FileRecord> find_file(Transaction& tx, const FileId& id)
{
    return tx.maybe<FileRecord>(R"(
        SELECT id, owner_id, kind, media_type, sha256, size, created_at
          FROM files
         WHERE id = :id)",
                                id);
}

std::optional<std::string> read_chunk(Transaction& tx, const FileId& id, std::int64_t n)
{
    const auto content = tx.maybe<std::string>(
        "SELECT content FROM file_chunks WHERE file_id = :id AND n = :n", id, n);
    if (!content) return {};
    auto bytes = from_base64(*content);
    check(bytes.has_value(), "a file chunk is base64");
    return bytes;
}

std::string read_file(Transaction& tx, const FileId& id)
{
    std::string bytes;
    for (std::int64_t n = 0; auto chunk = read_chunk(tx, id, n); ++n)
        bytes += *chunk;
    return bytes;
}

void erase_file(Transaction& tx, const FileId& id)
{
    tx.run("DELETE FROM file_chunks WHERE file_id = :id", id);
    tx.run("DELETE FROM files WHERE id = :id", id);
}

} // namespace domain::storage
