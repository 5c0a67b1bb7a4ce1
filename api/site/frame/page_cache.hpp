#pragma once

#include <cstddef>
#include <iterator>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "api/http/message.hpp"

namespace api::site::frame {

/// A page as it was answered: the same for everybody who is not signed in.
struct KeptPage {
    std::string version; // of what it shows
    std::string bytes;   // as they went out, compressed or not
    std::vector<http::Header> headers;
};

/// Public pages in memory, one for each address and coding, the longest unused going first. What
/// another node keeps never differs in more than being there.
class PageCache {
public:
    explicit PageCache(std::size_t bytes_max = 32UL * 1024 * 1024) : bytes_max_(bytes_max) {}

    /// The page of that address if it is of that version; null otherwise.
    std::shared_ptr<const KeptPage> find(std::string_view address, std::string_view version);
    void keep(const std::string& address, std::shared_ptr<const KeptPage> page);

    std::size_t bytes() const;
    void clear();

private:
    using Line = std::pair<std::string, std::shared_ptr<const KeptPage>>;

    void drop(std::list<Line>::iterator line);

    mutable std::mutex mutex_{};
    std::list<Line> lines_{}; // the last used first
    std::unordered_map<std::string_view, std::list<Line>::iterator> by_address_{};
    std::size_t bytes_ = 0;
    std::size_t bytes_max_;
};

} // namespace api::site::frame
