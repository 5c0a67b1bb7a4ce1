#include "api/site/frame/page.hpp"

#include "api/site/frame/brotli.hpp"
#include "api/site/frame/frame_view.hpp"
#include "api/site/frame/site.hpp"
#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";
constexpr std::string_view shared = "public, max-age=60";
constexpr int quick = 5;

bool takes_brotli(const Request& request)
{
    const auto codings = request.raw.listed("accept-encoding").value_or("");
    const auto at = codings.find("br");
    return at != codings.npos && codings.compare(at, 6, "br;q=0") != 0;
}

std::string value_of(const Response& response, std::string_view name)
{
    for (const auto& header : response.headers) {
        if (header.name == name) return header.value;
    }
    return {};
}

/// What is the same for everybody may be kept, compressed and asked for again by its tag. A form
/// that acts carries what is its reader's own.
void share(Response& response, const Request& request)
{
    response.headers.push_back({"cache-control", std::string(shared)});
    response.headers.push_back({"vary", "accept-encoding, cookie"});
    response.headers.push_back({"etag", "W/\"" + fingerprint(response.bytes) + "\""});
    if (!takes_brotli(request)) return;
    response.bytes = brotli(response.bytes, quick);
    response.headers.push_back({"content-encoding", "br"});
}

std::string address_of(const Request& request)
{
    auto address = request.raw.path + (takes_brotli(request) ? " br" : " ");
    for (const auto& [name, value] : request.raw.query)
        address.append("&").append(name).append("=").append(value);
    return address;
}

} // namespace

namespace detail {

Response framed(App& app, const Request& request, const Head& head, std::string_view html,
                const std::function<void(Dictionary&)>& fill)
{
    auto frame = frame_of(app, request, head);
    frame.content_html = html;
    frame.content = fill;
    Response response;
    response.status = head.status;
    response.media_type = "text/html; charset=utf-8";
    response.bytes =
        site_of(app).templates().shown(Dictionary::known<FrameView>(), request.language,
                                       [&](Dictionary& into) { frame.shown(into); });
    response.headers = {{"content-security-policy", std::string(policy)},
                        {"referrer-policy", "same-origin"},
                        {"content-language", std::string(name(request.language))}};
    if (head.wait) response.headers.push_back({"retry-after", std::to_string(head.wait->count())});
    const bool is_shared = head.is_public && !request.actor && head.status == 200 &&
                           response.bytes.find("method=\"post\"") == std::string::npos;
    if (is_shared) share(response, request);
    return response;
}

} // namespace detail

Response see_other(const Request& request, const Href& where)
{
    return {303, {}, {{"location", where.in(request.language)}}};
}

Response moved(const Request& request, const Href& where)
{
    return {301, {}, {{"location", where.in(request.language)}}};
}

Response kept(App& app, const Request& request, const std::function<std::string()>& version,
              const std::function<Response()>& make)
{
    if (request.actor) return make();
    auto& cache = site_of(app).cache();
    const auto seen = version();
    const auto address = address_of(request);
    if (const auto page = cache.find(address, seen); page && !seen.empty()) {
        Response response;
        response.media_type = "text/html; charset=utf-8";
        response.bytes = page->bytes;
        response.headers = page->headers;
        return response;
    }
    auto made = make();
    const bool may_be_kept =
        !seen.empty() && made.status == 200 && value_of(made, "cache-control") == shared;
    if (may_be_kept)
        cache.keep(address, std::make_shared<KeptPage>(KeptPage{seen, made.bytes, made.headers}));
    return made;
}

} // namespace api::site::frame
