#include "payments/mangopay/curl_http.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <cstdint>
#include <memory>
#include <new>
#include <stdexcept>

#include "domain/core/check.hpp"

namespace payments::mangopay {

namespace {

struct Received {
    HttpAnswer answer;
    std::size_t body_max;
};

std::size_t take_body(char* data, std::size_t, std::size_t size, void* to)
{
    auto& received = *static_cast<Received*>(to);
    if (received.answer.body.size() + size > received.body_max) return 0; // libcurl gives up
    received.answer.body.append(data, size);
    return size;
}

std::size_t take_header(char* data, std::size_t, std::size_t size, void* to)
{
    auto& received = *static_cast<Received*>(to);
    const std::string_view line(data, size);
    if (line.starts_with("HTTP/")) received.answer.headers.clear(); // after 100 Continue
    const auto colon = line.find(':');
    if (colon == line.npos) return size;
    std::string name(line.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    auto value = line.substr(colon + 1);
    const auto from = value.find_first_not_of(" \t");
    const auto to_end = value.find_last_not_of(" \t\r\n");
    value = from == value.npos ? "" : value.substr(from, to_end - from + 1);
    received.answer.headers.emplace_back(std::move(name), value);
    return size;
}

bool is_loopback(std::string_view url)
{
    for (const std::string_view host : {"http://127.0.0.1", "http://localhost", "http://[::1]"}) {
        if (!url.starts_with(host)) continue;
        const auto rest = url.substr(host.size());
        if (rest.empty() || rest.front() == ':' || rest.front() == '/') return true;
    }
    return false;
}

struct HandleDeleter {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListDeleter {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, ListDeleter>;

/// Goes up with every line that is made.
std::atomic<std::uint64_t> lines_made = 0;

/// One handle per thread: it keeps its connections open between requests. Not beyond the making of
/// a line, which may bring other certificates under the same names.
CURL* handle_of_this_thread()
{
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    domain::check(ready, "libcurl starts");
    thread_local std::unique_ptr<CURL, HandleDeleter> handle;
    thread_local std::uint64_t made_at = 0;
    const auto lines = lines_made.load();
    if (!handle || made_at != lines) handle.reset(curl_easy_init());
    if (!handle) throw std::bad_alloc();
    made_at = lines;
    curl_easy_reset(handle.get()); // options only; connections stay
    return handle.get();
}

HeaderList headers_of(const HttpRequest& request)
{
    curl_slist* list = curl_slist_append(nullptr, "Expect:");
    for (const auto& [name, value] : request.headers) {
        list = curl_slist_append(list, (name + ": " + value).c_str());
    }
    return HeaderList(list);
}

void set_limits(CURL* curl, const CurlOptions& options, bool plain)
{
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(options.connect_within.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(options.answer_within.count()));
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, plain ? "http" : "https");
    curl_easy_setopt(curl, CURLOPT_PROXY, ""); // money takes no detours
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!options.authorities_file.empty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, options.authorities_file.c_str());
    }
    if (!options.certificate_file.empty()) {
        curl_easy_setopt(curl, CURLOPT_SSLCERT, options.certificate_file.c_str());
        curl_easy_setopt(curl, CURLOPT_SSLKEY, options.certificate_key_file.c_str());
    }
}

void set_request(CURL* curl, const HttpRequest& request)
{
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    if (request.method == "GET") return;
    // Also for an empty body: Mangopay answers 411 without Content-Length.
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.c_str());
}

HttpAnswer send(const CurlOptions& options, const HttpRequest& request)
{
    const bool plain = is_loopback(request.url);
    if (!plain && !request.url.starts_with("https://")) {
        throw std::invalid_argument("only HTTPS, or HTTP to loopback, may carry money");
    }
    auto* curl = handle_of_this_thread();
    set_limits(curl, options, plain);
    set_request(curl, request);
    const auto headers = headers_of(request);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    Received received{{}, options.body_max};
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &received);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &received);

    const auto result = curl_easy_perform(curl);
    if (result != CURLE_OK) {
        // Counted over every connection that was tried: a kept one that broke may have carried it.
        long sent = 0;
        curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &sent);
        return {0, {}, {}, curl_easy_strerror(result), sent > 0};
    }
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    received.answer.status = static_cast<int>(status);
    return std::move(received.answer);
}

} // namespace

Http curl_http(CurlOptions options)
{
    ++lines_made;
    return [options = std::move(options)](const HttpRequest& request) {
        return send(options, request);
    };
}

} // namespace payments::mangopay
