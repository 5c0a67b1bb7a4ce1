#include "invoicing/archive/zip_writer.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>

namespace invoicing::archive {

class ZipWriter::Open {
public:
    Open() : archive_(archive_write_new())
    {
        archive_write_set_format_zip(archive_);
        // PDFs are compressed already; sizes are known before the content.
        archive_write_set_options(archive_, "zip:compression=store");
        archive_write_set_bytes_per_block(archive_, 0);
        need(archive_write_open(archive_, &bytes, nullptr, append, nullptr));
    }
    ~Open() { archive_write_free(archive_); }
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;

    void begin(const std::string& name, std::int64_t size, domain::Instant modified)
    {
        auto* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, size);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0444);
        archive_entry_set_mtime(
            entry, std::chrono::floor<std::chrono::seconds>(modified).time_since_epoch().count(),
            0);
        const int result = archive_write_header(archive_, entry);
        archive_entry_free(entry);
        need(result);
    }
    void write(std::string_view content)
    {
        if (content.empty()) return;
        if (archive_write_data(archive_, content.data(), content.size()) !=
            static_cast<la_ssize_t>(content.size())) {
            need(ARCHIVE_FATAL);
        }
    }
    void finish() { need(archive_write_close(archive_)); }

    std::string bytes;

private:
    static la_ssize_t append(::archive*, void* bytes, const void* data, std::size_t size)
    {
        static_cast<std::string*>(bytes)->append(static_cast<const char*>(data), size);
        return static_cast<la_ssize_t>(size);
    }
    void need(int result)
    {
        if (result == ARCHIVE_OK || result == ARCHIVE_WARN) return;
        const char* why = archive_error_string(archive_);
        throw std::runtime_error(std::string("libarchive: ") + (why ? why : "failed"));
    }

    ::archive* archive_;
};

ZipWriter::ZipWriter() : open_(std::make_unique<Open>()) {}
ZipWriter::~ZipWriter() = default;

void ZipWriter::add(const std::string& name, std::string_view content, domain::Instant modified)
{
    open_->begin(name, static_cast<std::int64_t>(content.size()), modified);
    open_->write(content);
}

void ZipWriter::begin(const std::string& name, std::int64_t size, domain::Instant modified)
{
    open_->begin(name, size, modified);
}

void ZipWriter::write(std::string_view piece)
{
    open_->write(piece);
}

void ZipWriter::finish()
{
    open_->finish();
}

std::size_t ZipWriter::waiting() const
{
    return open_->bytes.size();
}

std::string ZipWriter::take(std::size_t most)
{
    auto piece = open_->bytes.substr(0, most);
    open_->bytes.erase(0, piece.size());
    return piece;
}

} // namespace invoicing::archive
