#include "ops/installation/picture_helper.hpp"

#include <unistd.h>

#include <array>
#include <filesystem>
#include <stdexcept>
#include <system_error>

#include "domain/core/log.hpp"
#include "domain/core/retry_later.hpp"
#include "ops/installation/picture_helper_process.hpp"

namespace ops {

namespace {

namespace fs = std::filesystem;
using domain::pages::Verdict;

/// One grey pixel.
constexpr auto smallest_png = std::to_array<unsigned char>({
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
    0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
    0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
    0x9c, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0x00,
    0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
});

std::string_view smallest_picture()
{
    return {reinterpret_cast<const char*>(smallest_png.data()), smallest_png.size()};
}

std::string in_words(const ProcessEnd& end)
{
    if (end.signal) return "signal " + std::to_string(*end.signal);
    return "status " + std::to_string(end.exit_status.value_or(-1));
}

std::optional<Verdict> verdict_of(const ProcessEnd& end)
{
    return end.exit_status ? domain::pages::verdict_of(*end.exit_status) : std::nullopt;
}

[[noreturn]] void fail(const std::string& cause)
{
    domain::log(domain::Level::error, "picture_helper_failed", {{"cause", cause}});
    throw domain::pages::no_verdict();
}

} // namespace

PictureHelper::PictureHelper(const std::string& program, std::chrono::milliseconds patience)
    : program_(fs::absolute(program)), patience_(patience)
{
    if (::access(program_.c_str(), X_OK) != 0) {
        throw std::runtime_error(program_ + ": cannot be run; it comes with entremise, and belongs "
                                            "into the same folder");
    }
}

void PictureHelper::prove_itself() const
{
    const auto expected = domain::pages::reader_version();
    if (run_to_its_end(program_, "--version", "", patience_).output != expected + "\n") {
        throw std::runtime_error(program_ + ": is not " + expected +
                                 "; install it from the same build as entremise");
    }
    const auto end = run_to_its_end(program_, "", smallest_picture(), patience_);
    if (verdict_of(end) == Verdict::png && !end.output.empty()) return;
    throw std::runtime_error(program_ + ": made no picture anew (" + in_words(end) +
                             "); it needs libmagic's data, 512 MB, and a system that lets it "
                             "filter its system calls (seccomp)");
}

domain::pages::Picture PictureHelper::operator()(std::string_view upload) const
{
    ProcessEnd end;
    try {
        end = run_to_its_end(program_, "", upload, patience_);
    } catch (const std::system_error& failure) {
        fail(failure.what());
    }
    const auto verdict = verdict_of(end);
    if (!verdict) fail(in_words(end));
    return domain::pages::picture_by(*verdict, std::move(end.output));
}

std::string picture_program()
{
    return fs::read_symlink("/proc/self/exe").parent_path() / "entremise-pictures";
}

} // namespace ops
