#pragma once

#include <array>
#include <string_view>

/// What the program is made of that others made: names, licences and Debian packages, from each
/// package's own copyright file. A test holds the packages against ops/packages.txt.
namespace api::site::about {

/// A library, a font or a picture.
struct Made {
    std::string_view name, licence, package;
};

/// Libraries that the programs are linked with, and what they read when they run.
inline constexpr std::array libraries = {
    Made{"Pistache", "Apache-2.0", "libpistache-dev"},
    Made{"SOCI", "BSL-1.0", "libsoci-dev"},
    Made{"Boost", "BSL-1.0", "libboost-dev"},
    Made{"libpq (PostgreSQL)", "PostgreSQL", "libpq-dev"},
    Made{"SQLite", "Public domain", "libsqlite3-dev"},
    Made{"curl", "curl", "libcurl4-openssl-dev"},
    Made{"JSON for Modern C++", "MIT", "nlohmann-json3-dev"},
    Made{"date", "MIT", "libhowardhinnant-date-dev"},
    Made{"libsodium", "ISC", "libsodium-dev"},
    Made{"Pango, cairo", "LGPL-2.0-or-later, LGPL-2.1 / MPL-1.1", "libpango1.0-dev"},
    Made{"qpdf", "Apache-2.0", "libqpdf-dev"},
    Made{"libxml2", "MIT", "libxml2-dev"},
    Made{"libarchive", "BSD-2-Clause", "libarchive-dev"},
    Made{"CLI11", "BSD-3-Clause", "libcli11-dev"},
    Made{"toml++", "MIT", "libtomlplusplus-dev"},
    Made{"spdlog", "MIT", "libspdlog-dev"},
    Made{"fmt", "MIT", "libfmt-dev"},
    Made{"prometheus-cpp", "MIT", "prometheus-cpp-dev"},
    Made{"OATH Toolkit (liboath)", "LGPL-2.1-or-later", "liboath-dev"},
    Made{"zxcvbn-c", "MIT", "libzxcvbn-dev"},
    Made{"file (libmagic)", "BSD-2-Clause", "libmagic-dev"},
    Made{"GD", "HPND", "libgd-dev"},
    Made{"libjpeg-turbo", "IJG, BSD-3-Clause, Zlib", "libjpeg-dev"},
    Made{"ICU", "Unicode-DFS-2016", "libicu-dev"},
    Made{"jemalloc", "BSD-2-Clause", "libjemalloc-dev"},
    Made{"ctemplate", "BSD-3-Clause", "libctemplate-dev"},
    Made{"qrencode", "LGPL-2.1-or-later", "libqrencode-dev"},
    Made{"Brotli", "MIT", "libbrotli-dev"},
    Made{"DejaVu", "Bitstream Vera", "fonts-dejavu-extra"},
    Made{"sRGB", "Zlib", "icc-profiles-free"},
};

/// What api/site/look has of others: its NOTICE names the versions.
inline constexpr std::array looks = {
    Made{"Bricolage Grotesque", "OFL-1.1", ""},
    Made{"Instrument Sans", "OFL-1.1", ""},
    Made{"Lucide", "ISC", ""},
    Made{"Feather", "MIT", ""},
};

} // namespace api::site::about
