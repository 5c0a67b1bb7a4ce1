#pragma once

#include <cstdio>
#include <memory>
#include <string_view>

namespace invoicing::archive {

/// A text that grows on disk, not in memory, however long it gets. Throws std::runtime_error when
/// there is no room for it.
class DiskText {
public:
    DiskText();

    void put(std::string_view text);
    /// Adds all of `other`, which stays as it is.
    void put(const DiskText& other);

    /// From its beginning on; for reading.
    std::FILE* file() const { return file_.get(); }

private:
    struct Close {
        void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
    };

    std::unique_ptr<std::FILE, Close> file_;
};

} // namespace invoicing::archive
