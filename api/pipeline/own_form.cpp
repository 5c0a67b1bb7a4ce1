#include "api/pipeline/own_form.hpp"

#include "api/http/target.hpp"
#include "api/pipeline/cookies.hpp"
#include "domain/core/crypto.hpp"

namespace api {

using namespace domain;

namespace {

std::string each_xor(std::string_view text, std::string_view pad)
{
    std::string mixed(text);
    for (std::size_t i = 0; i < mixed.size(); ++i)
        mixed[i] = static_cast<char>(mixed[i] ^ pad[i]);
    return mixed;
}

/// The token that a form carries; "" when there is none.
std::string token_in(const http::Request& request)
{
    const auto fields = http::read_query(request.body);
    if (!fields) return {};
    for (const auto& [name, value] : *fields) {
        if (name == token_field) return unmasked(value).value_or("");
    }
    return {};
}

} // namespace

bool comes_from_our_site(const App& app, const http::Request& request)
{
    if (request.header("origin")) return is_allowed_origin(app, request);
    return request.header("sec-fetch-site") == "same-origin";
}

access::SecurityRefusal cross_site()
{
    return access::SecurityRefusal(
        access::SecurityEvent::origin_refused,
        {Refusal::forbidden,
         {"Cette demande ne vient pas d'une page de ce site, ou cette page est trop ancienne : "
          "rechargez-la, puis recommencez.",
          "This request does not come from a page of this site, or that page is too old: reload "
          "it, then try again."}});
}

void require_own_form(const App& app, const http::Request& request, std::string_view token)
{
    if (!comes_from_our_site(app, request)) throw cross_site();
    if (!token.empty() && !equal_in_constant_time(token_in(request), token)) throw cross_site();
}

std::string masked(std::string_view token)
{
    const auto pad = random_bytes(token.size());
    return to_base64(pad + each_xor(token, pad));
}

std::optional<std::string> unmasked(std::string_view text)
{
    const auto both = from_base64(text);
    if (!both || both->empty() || both->size() % 2 != 0) return {};
    const auto half = both->size() / 2;
    return each_xor(std::string_view(*both).substr(half), std::string_view(*both).substr(0, half));
}

} // namespace api
