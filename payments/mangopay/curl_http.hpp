#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "payments/mangopay/http.hpp"

namespace payments::mangopay {

struct CurlOptions {
    std::chrono::milliseconds connect_within{10'000};
    std::chrono::milliseconds answer_within{30'000}; // connecting included
    std::size_t body_max = 8UL * 1024 * 1024;
    std::string certificate_file{}, certificate_key_file{}; // mutual TLS
    std::string authorities_file{};                         // instead of the system's
};

/// HTTP by libcurl: HTTPS with verified certificates only, plain HTTP to loopback (the local
/// stand-in); no redirects; connections are reused, per thread, until another line is made.
Http curl_http(CurlOptions options);

} // namespace payments::mangopay
