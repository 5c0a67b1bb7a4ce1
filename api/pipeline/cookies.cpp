#include "api/pipeline/cookies.hpp"

namespace api {

using namespace domain;

namespace {

http::Header set_cookie(const App& app, const std::string& value, std::int64_t seconds)
{
    return {"set-cookie", cookie_name(app) + "=" + value +
                              "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" +
                              std::to_string(seconds) + (app.secure_cookies ? "; Secure" : "")};
}

std::string_view trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(' ');
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

} // namespace

std::string cookie_name(const App& app)
{
    // "__Host-" makes browsers insist on Secure, Path=/ and no Domain; over plain HTTP (a local
    // trial) they refuse such a cookie, hence the other name.
    return app.secure_cookies ? "__Host-entremise" : "entremise";
}

std::optional<std::string> session_cookie(const App& app, const http::Request& request)
{
    auto rest = request.header("cookie").value_or("");
    const auto wanted = cookie_name(app) + "=";
    while (!rest.empty()) {
        const auto end = rest.find(';');
        const auto pair = trimmed(rest.substr(0, end));
        if (pair.starts_with(wanted)) return std::string(pair.substr(wanted.size()));
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    return {};
}

http::Header cookie_with(const App& app, const access::OpenedSession& session)
{
    const auto lifetime = std::chrono::seconds(access::session_at_most);
    return set_cookie(app, session.token, lifetime.count());
}

http::Header cookie_without(const App& app)
{
    return set_cookie(app, "", 0);
}

} // namespace api
