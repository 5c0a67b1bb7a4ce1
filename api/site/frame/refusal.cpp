#include "api/site/frame/refusal.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "api/pipeline/dress.hpp"
#include "api/pipeline/problem.hpp"
#include "api/site/frame/frame_view.hpp"

namespace api::site::frame {

using namespace domain;
using nlohmann::json;

namespace {

/// What a page says of a status, by the keys of its sentences, and whether trying again may help.
struct Manner {
    int status;
    std::string_view name;
    bool helps_to_try_again;
};

constexpr std::array<Manner, 8> manners = {{{403, "forbidden", false},
                                            {404, "not_found", false},
                                            {405, "not_found", false},
                                            {409, "unavailable", false},
                                            {410, "gone", false},
                                            {412, "stale", true},
                                            {429, "too_many", true},
                                            {503, "away", true}}};
constexpr Manner otherwise = {0, "failed", true};

Manner manner_of(int status)
{
    const auto* found = std::ranges::find(manners, status, &Manner::status);
    return found == manners.end() ? otherwise : *found;
}

std::optional<std::chrono::seconds> wait_of(const http::Response& problem)
{
    for (const auto& [name, value] : problem.headers) {
        if (name != "retry-after") continue;
        std::int64_t seconds = 0;
        std::from_chars(value.data(), value.data() + value.size(), seconds);
        return std::chrono::seconds{seconds};
    }
    return {};
}

Sentence sentence_of(const Manner& manner, std::string_view part)
{
    return {"refusal." + std::string(manner.name) + "_" + std::string(part)};
}

http::Response written(Response response, const http::Response& problem)
{
    http::Response out{response.status, std::move(response.headers), std::move(response.bytes)};
    if (!response.media_type.empty()) out.headers.push_back({"content-type", response.media_type});
    out.headers.push_back({"cache-control", "no-store"});
    for (const auto& header : problem.headers) {
        if (header.name == "allow") out.headers.push_back(header);
    }
    return out;
}

/// The way to signing in, and from there to what was wanted.
Response to_sign_in(const Request& request)
{
    return see_other(request,
                     Href::to("/sign-in").with("next", own_address(request).in(request.language)));
}

bool reads_pages(const http::Request& request)
{
    const auto accepted = request.listed("accept").value_or("");
    return accepted.find("text/html") != std::string::npos && !request.path.starts_with("/v1/");
}

Language language_of_address(const http::Request& request)
{
    const bool is_english = request.path == "/en" || request.path.starts_with("/en/");
    return is_english ? Language::en : Language::fr;
}

/// A page's language is its address's, whatever its reader prefers.
http::Request speaking_of_its_address(const http::Request& request)
{
    auto raw = request;
    std::erase_if(raw.headers, [](const auto& one) { return one.name == "accept-language"; });
    raw.headers.push_back({"accept-language", std::string(name(language_of_address(request)))});
    return raw;
}

} // namespace

void RefusalView::shown(Dictionary& into) const
{
    into.sentence("TITLE", title);
    into.text("DETAIL", detail);
    into.sentence("ADVICE", advice);
    into.text("REQUEST", request_id);
    into.when("TRY", again.has_value());
    into.link("AGAIN", again.value_or(Href()));
}

http::Response answer_to(App& app, http::Trouble trouble, const http::Request* request)
{
    if (request == nullptr || app.site == nullptr || !reads_pages(*request))
        return problem(trouble, request);
    const auto raw = speaking_of_its_address(*request);
    auto told = problem(trouble, &raw);
    const Request asked{raw, json::object(), {}, language_of_address(raw), ""};
    auto page = refused_page(app, asked, told);
    for (auto& header : told.headers) {
        if (header.name == "x-request-id") page.headers.push_back(header);
    }
    return page;
}

http::Response refused_page(App& app, const Request& request, http::Response problem)
{
    constexpr int unauthorized = 401;
    if (app.site == nullptr) return problem;
    if (problem.status == unauthorized) return written(to_sign_in(request), problem);
    const auto told = json::parse(problem.body);
    const auto manner = manner_of(problem.status);
    RefusalView view{.title = sentence_of(manner, "title"),
                     .advice = sentence_of(manner, "advice"),
                     .detail = told.value("detail", ""),
                     .request_id = told.value("request_id", request.id)};
    if (manner.helps_to_try_again) view.again = own_address(request);
    const Head head{.title = view.title, .status = problem.status, .wait = wait_of(problem)};
    return written(page(app, request, head, view), problem);
}

} // namespace api::site::frame

api::http::Response api::dressed_as_page(App& app, const Request& request, http::Response problem)
{
    return site::frame::refused_page(app, request, std::move(problem));
}
