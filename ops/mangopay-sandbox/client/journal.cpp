#include "ops/mangopay-sandbox/client/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace mangopay_sandbox {

namespace {

constexpr std::uintmax_t journal_min = std::uintmax_t{4} << 20;
constexpr std::size_t write_at_once = std::size_t{1} << 20;
constexpr auto snapshot_name = "snapshot.jsonl";
constexpr auto journal_name = "journal.jsonl";

[[noreturn]] void fail(const std::string& what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

int opened(const std::filesystem::path& path, int flags)
{
    const int file = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (file < 0) fail("cannot open " + path.string());
    return file;
}

void write_all(int file, const std::string& text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto written = ::write(file, text.data() + at, text.size() - at);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("cannot write the journal");
        at += static_cast<std::size_t>(written);
    }
}

void sync(int file)
{
    if (::fsync(file) != 0) fail("cannot bring the journal to the disk");
}

void sync_folder(const std::filesystem::path& folder)
{
    const int file = opened(folder, O_RDONLY | O_DIRECTORY);
    sync(file);
    ::close(file);
}

/// Applies the complete lines of `path`; returns how many bytes they are.
std::uintmax_t replay(const std::filesystem::path& path, State& state)
{
    std::ifstream file(path, std::ios::binary);
    std::uintmax_t complete = 0;
    for (std::string line; std::getline(file, line);) {
        if (file.eof()) break; // torn: the newline is written last
        state.apply(line);
        complete += line.size() + 1;
    }
    return complete;
}

} // namespace

Journal::Journal(std::filesystem::path folder, State& state) : folder_(std::move(folder))
{
    std::filesystem::create_directories(folder_);
    lock_ = opened(folder_ / "lock", O_RDWR | O_CREAT);
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock_);
        throw std::runtime_error("another mangopay-sandbox uses " + folder_.string());
    }
    load(state);
}

Journal::~Journal()
{
    if (file_ >= 0) ::close(file_);
    if (lock_ >= 0) ::close(lock_);
}

void Journal::load(State& state)
{
    snapshot_length_ = replay(folder_ / snapshot_name, state);
    length_ = replay(folder_ / journal_name, state);
    file_ = opened(folder_ / journal_name, O_WRONLY | O_CREAT | O_APPEND);
    if (::ftruncate(file_, static_cast<off_t>(length_)) != 0) fail("cannot cut the journal");
    sync(file_);
    sync_folder(folder_);
}

void Journal::append(const std::string& line)
{
    write_all(file_, line + '\n');
    sync(file_);
    length_ += line.size() + 1;
}

bool Journal::is_long() const
{
    return length_ > journal_min && length_ > snapshot_length_;
}

void Journal::shorten(const State& state)
{
    const auto fresh = folder_ / "snapshot.new";
    const int file = opened(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    std::string buffer;
    snapshot_length_ = 0;
    state.snapshot([&](const std::string& line) {
        buffer += line + '\n';
        snapshot_length_ += line.size() + 1;
        if (buffer.size() < write_at_once) return;
        write_all(file, buffer);
        buffer.clear();
    });
    write_all(file, buffer);
    sync(file);
    ::close(file);
    // Between these two a crash leaves lines that the snapshot already holds; State skips them.
    std::filesystem::rename(fresh, folder_ / snapshot_name);
    sync_folder(folder_);
    if (::ftruncate(file_, 0) != 0) fail("cannot empty the journal");
    sync(file_);
    length_ = 0;
}

} // namespace mangopay_sandbox
