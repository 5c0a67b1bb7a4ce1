#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/site/frame/brand.hpp"

namespace api::site::frame {

/// A file that pages load: under a name that changes with its bytes, so that browsers may keep it
/// for ever.
struct Asset {
    std::string path; // "/assets/site.5f2a….css"
    std::string media_type;
    std::string bytes;
    std::string brotli; // "" where compressing gains nothing
};

/// Styles (css/*.css, in the order of their names, as site.css), scripts (script/*.js, as site.js),
/// fonts/*, icons.svg, mark.svg and pictures/* of api/site/look. A style names another asset as
/// url("asset:fonts/text.woff2"). The brand's colours and mark are put in here.
class Assets {
public:
    using Files = std::vector<std::pair<std::string_view, std::string_view>>; // path, bytes

    Assets(const Files& files, const Brand& brand);

    /// By its name in the folder ("icons.svg", "site.css"); a Bug when there is none.
    const Asset& named(std::string_view name) const;
    bool has(std::string_view name) const;
    /// By the last segment of its path; null when there is none.
    const Asset* served_as(std::string_view file) const;

private:
    void add(const std::string& name, std::string bytes);

    std::map<std::string, Asset, std::less<>> by_name_;
    std::map<std::string, const Asset*, std::less<>> by_file_;
};

} // namespace api::site::frame
