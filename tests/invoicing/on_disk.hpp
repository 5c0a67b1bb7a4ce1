#pragma once

#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace tests {

/// A document on disk, read back by programs that have nothing to do with ours.
class OnDisk {
public:
    explicit OnDisk(const std::string& bytes)
        : folder_(std::filesystem::temp_directory_path() /
                  ("entremise-pdf-" + std::to_string(::getpid())))
    {
        std::filesystem::create_directories(folder_);
        std::ofstream(path(), std::ios::binary) << bytes;
    }
    ~OnDisk() { std::filesystem::remove_all(folder_); }
    OnDisk(const OnDisk&) = delete;
    OnDisk& operator=(const OnDisk&) = delete;

    std::string path() const { return folder_ / "invoice.pdf"; }
    std::string folder() const { return folder_; }

    /// What `command FILE` prints; adds "exit N" when it failed.
    std::string said_by(const std::string& command) const
    {
        auto* pipe = ::popen((command + " 2>&1").c_str(), "r");
        std::string text;
        std::array<char, 4096> buffer{};
        while (const auto count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
            text.append(buffer.data(), count);
        }
        const int status = ::pclose(pipe);
        return status == 0 ? text : text + "exit " + std::to_string(status);
    }

private:
    std::filesystem::path folder_;
};

} // namespace tests
