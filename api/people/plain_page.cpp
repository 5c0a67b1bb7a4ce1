#include "api/people/plain_page.hpp"

#include <algorithm>

#include "api/http/target.hpp"

namespace api::people {

using namespace domain;

namespace {

std::string written(const PlainForm& form, Language language)
{
    const Say password = {"Mot de passe", "Password"};
    std::string html = "<form method=\"post\"";
    if (!form.action.empty()) html += " action=\"" + form.action + "\"";
    html += ">";
    if (!form.token.empty())
        html += "<input type=\"hidden\" name=\"token\" value=\"" + form.token + "\">";
    if (form.asks_password) {
        html += "<p><label>" + password.in(language) +
                " <input type=\"password\" name=\"password\" autocomplete=\"current-password\" "
                "required></label></p>";
    }
    return html + "<button>" + form.button.in(language) + "</button></form>";
}

} // namespace

Response plain_page(const Say& sentence, const std::optional<PlainForm>& form, Language language,
                    int status)
{
    Response response;
    response.status = status;
    response.media_type = "text/html; charset=utf-8";
    response.headers.push_back({"content-security-policy",
                                "default-src 'none'; form-action 'self'; frame-ancestors 'none'; "
                                "base-uri 'none'"});
    response.headers.push_back({"referrer-policy", "no-referrer"});
    response.bytes = "<!doctype html><html lang=\"" +
                     std::string(language == Language::fr ? "fr" : "en") +
                     "\"><meta charset=\"utf-8\"><meta name=\"viewport\" "
                     "content=\"width=device-width\"><title>Entremise</title><p>" +
                     sentence.in(language) + "</p>";
    if (form) response.bytes += written(*form, language);
    return response;
}

bool is_link_token(std::string_view text)
{
    const auto is_fit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    };
    return text.size() >= 20 && text.size() <= 100 && std::ranges::all_of(text, is_fit);
}

std::string form_field(const Request& request, std::string_view name)
{
    const auto form = http::read_query(request.raw.body);
    if (!form) return {};
    for (const auto& [key, value] : *form) {
        if (key == name) return value;
    }
    return {};
}

Route form_route(std::string_view path, std::string_view operation, Handler handler)
{
    constexpr std::size_t form_max = 4096;
    Route route{"POST", path, operation, Who::anyone, handler};
    route.place = http::Place::passwords;
    route.body_max = form_max;
    route.takes = Takes::form;
    route.uses_session = false;
    return route;
}

} // namespace api::people
