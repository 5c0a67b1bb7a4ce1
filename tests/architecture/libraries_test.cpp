// Each library is known to one corner of the tree; a header that no corner names is refused.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Corner {
    std::string header;              // what the name in the angle brackets begins with
    std::vector<std::string> places; // what the paths that may include it begin with
};

const std::vector<Corner> corners = {
    // The product's own parts that libraries do.
    {"pistache/", {"api/http/"}},
    {"curl/",
     {"payments/mangopay/curl_http", "domain/mail/", "ops/mangopay-sandbox/client/hook_delivery"}},
    {"soci/", {"domain/storage/"}},
    {"libpq-fe.h", {"domain/storage/"}},
    {"sodium.h", {"domain/core/crypto"}},
    {"date/", {"domain/core/paris"}},
    {"unicode/", {"domain/core/", "api/site/frame/sentences"}},
    {"ctemplate/", {"api/site/frame/templates"}},
    {"brotli/", {"api/site/frame/brotli"}},
    {"qrencode.h", {"api/site/account/qr_code"}},
    {"spdlog/", {"domain/core/log"}},
    {"fmt/", {"ops/commands/", "ops/command_line/"}},
    {"liboath/", {"domain/access/totp"}},
    {"zxcvbn.h", {"domain/access/password"}},
    // What decodes strangers' bytes never does so in the process that holds the master key.
    {"gd.h", {"ops/picture-helper/"}},
    {"jpeglib.h", {"ops/picture-helper/"}},
    {"magic.h", {"ops/picture-helper/"}},
    {"cairo", {"invoicing/rendering/"}},
    {"pango/", {"invoicing/rendering/"}},
    {"fontconfig/", {"invoicing/rendering/"}},
    {"qpdf/", {"invoicing/rendering/"}},
    {"archive", {"invoicing/archive/zip_writer"}},
    {"prometheus/", {"api/pipeline/metrics"}},
    {"toml++/", {"ops/installation/config"}},
    {"CLI/", {"ops/command_line/", "ops/mangopay-sandbox/main"}},
    {"nlohmann/", {""}}, // JSON is spoken everywhere
    // The operating system's, where a socket, a file or a process is the matter.
    {"arpa/inet.h", {"domain/accounts/origin", "api/http/"}},
    {"sys/socket.h", {"api/http/"}},
    {"netinet/", {"api/http/"}},
    {"sys/", {"api/http/", "domain/core/", "ops/"}},
    {"termios.h", {"ops/commands/identified"}},
    {"unistd.h", {"api/http/", "domain/core/", "jobs/worker", "ops/"}},
    {"fcntl.h", {"api/http/", "domain/core/", "ops/"}},
    {"linux/", {"ops/picture-helper/confinement"}},
    {"spawn.h", {"ops/installation/picture_helper"}},
    {"strings.h", {"api/http/", "ops/mangopay-sandbox/"}},
};

/// The headers of C++20 that the tree uses; the rest of the standard joins when it is needed.
const std::set<std::string> standard = {
    "algorithm",
    "array",
    "atomic",
    "cctype",
    "cerrno",
    "charconv",
    "cmath",
    "chrono",
    "compare",
    "concepts",
    "condition_variable",
    "csignal",
    "cstddef",
    "cstdint",
    "cstdio",
    "cstdlib",
    "cstring",
    "ctime",
    "deque",
    "exception",
    "filesystem",
    "fstream",
    "functional",
    "future",
    "initializer_list",
    "iostream",
    "iterator",
    "limits",
    "list",
    "map",
    "memory",
    "mutex",
    "new",
    "numbers",
    "numeric",
    "optional",
    "ostream",
    "regex",
    "set",
    "shared_mutex",
    "span",
    "sstream",
    "stdexcept",
    "string",
    "string_view",
    "system_error",
    "thread",
    "tuple",
    "type_traits",
    "unordered_map",
    "unordered_set",
    "utility",
    "variant",
    "vector",
};

/// Why `path` may not include <header>; nothing when it may.
std::optional<std::string> objection(const std::string& path, const std::string& header)
{
    if (standard.contains(header)) return {};
    bool is_known = false;
    for (const auto& corner : corners) {
        if (!header.starts_with(corner.header)) continue;
        is_known = true;
        for (const auto& place : corner.places) {
            if (path.starts_with(place)) return {};
        }
    }
    return is_known ? "<" + header + "> is another corner's"
                    : "<" + header + "> is in no corner: name one in libraries_test.cpp";
}

TEST(Libraries, StayInTheirCorner)
{
    const std::regex include(R"(^\s*#\s*include\s*<([^>]+)>)");
    std::map<std::string, int> used;
    for (const auto* room : {"domain", "payments", "invoicing", "jobs", "api", "ops"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / room)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
            const auto path = fs::relative(entry.path(), SOURCE_DIR).string();
            std::ifstream file(entry.path());
            int number = 0;
            for (std::string line; std::getline(file, line);) {
                ++number;
                std::smatch match;
                if (!std::regex_search(line, match, include)) continue;
                ++used[match[1]];
                const auto why = objection(path, match[1]);
                EXPECT_FALSE(why) << path << ':' << number << ": " << *why;
            }
        }
    }
    EXPECT_GT(used["vector"], 100) << "the test reads the tree";
    for (const auto& corner : corners) {
        const auto first = used.lower_bound(corner.header);
        EXPECT_TRUE(first != used.end() && first->first.starts_with(corner.header))
            << corner.header << " is used nowhere";
    }
}

TEST(Libraries, ThatNobodyNamedAreRefused)
{
    EXPECT_TRUE(objection("domain/quotes/quote.cpp", "boost/any.hpp"));
    EXPECT_TRUE(objection("domain/quotes/quote.cpp", "soci/soci.h"));
    EXPECT_FALSE(objection("domain/storage/session.cpp", "soci/soci.h"));
}

} // namespace
