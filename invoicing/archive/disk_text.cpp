#include "invoicing/archive/disk_text.hpp"

#include <array>
#include <stdexcept>

namespace invoicing::archive {

DiskText::DiskText() : file_(std::tmpfile())
{
    if (!file_) throw std::runtime_error("no temporary file for the export's list");
}

void DiskText::put(std::string_view text)
{
    if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size())
        throw std::runtime_error("the export's list could not be written");
}

void DiskText::put(const DiskText& other)
{
    std::rewind(other.file());
    std::array<char, std::size_t{64} * 1024> buffer{};
    while (const auto count = std::fread(buffer.data(), 1, buffer.size(), other.file()))
        put(std::string_view(buffer.data(), count));
}

} // namespace invoicing::archive
