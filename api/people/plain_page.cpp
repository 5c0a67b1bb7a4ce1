#include "api/people/plain_page.hpp"

#include <algorithm>

#include "api/http/target.hpp"
#include "domain/core/retry_later.hpp"

namespace api::people {

using namespace domain;

namespace {

/// As text, and as the value of an attribute in double quotes.
std::string escaped(std::string_view text)
{
    std::string html;
    for (const char c : text) {
        switch (c) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        case '"': html += "&quot;"; break;
        default: html += c;
        }
    }
    return html;
}

std::string hidden(std::string_view name, std::string_view value)
{
    return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + escaped(value) +
           "\">";
}

std::string buttons_of(const PlainForm& form, Language language)
{
    if (form.buttons.empty()) return "<button>" + form.button.in(language) + "</button>";
    std::string html;
    for (const auto& button : form.buttons) {
        html += "<button name=\"" + button.name + "\" value=\"" + button.value + "\">" +
                button.label.in(language) + "</button>";
    }
    return html;
}

std::string written(const PlainForm& form, Language language)
{
    const Say password = {"Mot de passe", "Password"};
    std::string html = "<form method=\"post\"";
    if (!form.action.empty()) html += " action=\"" + form.action + "\"";
    html += ">";
    if (!form.title.empty()) html += "<p>" + escaped(form.title) + "</p>";
    if (!form.token.empty()) html += hidden("token", form.token);
    for (const auto& [name, value] : form.carried)
        html += hidden(name, value);
    for (const auto& field : form.fields) {
        html += "<p><label>" + field.label.in(language) + " <input name=\"" + field.name +
                "\" autocomplete=\"off\" required></label></p>";
    }
    if (form.asks_password) {
        html += "<p><label>" + password.in(language) +
                " <input type=\"password\" name=\"password\" autocomplete=\"current-password\" "
                "required></label></p>";
    }
    return html + buttons_of(form, language) + "</form>";
}

} // namespace

Response plain_page(const Say& sentence, const std::optional<PlainForm>& form, Language language,
                    int status)
{
    std::vector<PlainForm> forms;
    if (form) forms.push_back(*form);
    return page_of_forms(sentence, forms, language, status);
}

Response page_of_forms(const Say& sentence, const std::vector<PlainForm>& forms, Language language,
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
                     "content=\"width=device-width\"><title>Entremise</title><main><h1>" +
                     sentence.in(language) + "</h1>";
    for (const auto& form : forms)
        response.bytes += written(form, language);
    response.bytes += "</main>";
    return response;
}

Response refusal_page(const Refused& refused, const std::optional<PlainForm>& again,
                      Language language)
{
    auto response = plain_page(refused.detail(), again, language, domain::status(refused.why()));
    if (const auto* later = dynamic_cast<const RetryLater*>(&refused))
        response.headers.push_back({"retry-after", std::to_string(later->wait().count())});
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
