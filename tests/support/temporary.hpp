#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace tests {

/// A folder that goes with the test, on tmpfs where there is one.
class Temporary {
public:
    Temporary()
    {
        const bool tmpfs = std::filesystem::is_directory("/dev/shm");
        auto pattern = std::string(tmpfs ? "/dev/shm" : "/tmp") + "/entremise-test-XXXXXX";
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
    std::string path_;
};

} // namespace tests
