#include <magic.h>
#include <unistd.h>

#include <array>
#include <string>
#include <string_view>

#include "ops/picture-helper/confinement.hpp"
#include "ops/picture-helper/reencoded.hpp"

namespace {

using namespace picture_helper;

/// Its input to the end; an upload that is longer than one may be is not read on.
std::string all_of_input()
{
    std::string all;
    std::array<char, 64UL * 1024> piece{};
    while (all.size() <= domain::pages::upload_max) {
        const auto size = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (size < 0) end_with(Verdict::damaged);
        if (size == 0) break;
        all.append(piece.data(), static_cast<std::size_t>(size));
    }
    return all;
}

void write_out(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto size = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (size <= 0) end_with(Verdict::damaged);
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
}

} // namespace

/// Reads a picture, writes it anew, ends with the verdict (domain/pages/picture.hpp); with 1 when
/// it cannot be confined, and then reads nothing. Asked for its version, it tells that only.
int main(int count, char** arguments)
{
    if (count == 2 && std::string_view(arguments[1]) == "--version") {
        write_out(domain::pages::reader_version() + "\n");
        return 0;
    }
    magic_set* magic = magic_open(MAGIC_MIME_TYPE);
    if (magic == nullptr || magic_load(magic, nullptr) != 0 || !confine()) return 1;
    const auto upload = all_of_input();
    const auto [verdict, bytes] = reencoded(magic, upload);
    write_out(bytes);
    end_with(verdict);
}
