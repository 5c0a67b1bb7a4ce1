#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace tests {

/// A folder that goes with the test, within ENTREMISE_TEST_FOLDER or else on tmpfs.
class Temporary {
public:
    Temporary()
    {
        auto pattern = parent() + "/entremise-test-XXXXXX";
        path_ = mkdtemp(pattern.data());
    }
    ~Temporary()
    {
        std::error_code ignored;
        if (std::getenv("ENTREMISE_KEEP_TEST_FILES") == nullptr) {
            std::filesystem::remove_all(path_, ignored);
        }
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;

    const std::string& path() const { return path_; }

private:
    static std::string parent()
    {
        const char* chosen = std::getenv("ENTREMISE_TEST_FOLDER");
        if (chosen != nullptr) return chosen;
        return std::filesystem::is_directory("/dev/shm") ? "/dev/shm" : "/tmp";
    }

    std::string path_;
};

} // namespace tests
