#include "ops/mangopay-sandbox/wire/html.hpp"

#include <algorithm>
#include <charconv>

namespace mangopay_sandbox::html {

namespace {

constexpr std::string_view style =
    "body{font:16px/1.5 system-ui,sans-serif;background:#f3f4f6;color:#1f2937;margin:0}"
    "main{max-width:26rem;margin:3rem auto;padding:1.5rem 2rem;background:#fff;"
    "border-radius:.75rem;box-shadow:0 1px 4px #0002}"
    "h1{font-size:1.25rem}label{display:block;margin:.75rem 0 .25rem}"
    "input{width:100%;box-sizing:border-box;padding:.5rem;font:inherit;border:1px solid #9ca3af;"
    "border-radius:.375rem}"
    "button{font:inherit;margin:1rem .5rem 0 0;padding:.5rem 1rem;border:1px solid #6b7280;"
    "border-radius:.375rem;background:#fff;cursor:pointer}"
    "button.primary{background:#1d4ed8;border-color:#1d4ed8;color:#fff}"
    "small{color:#6b7280}";

std::string decoded(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const bool encoded =
            text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 3, code, 16).ptr ==
                text.data() + i + 3;
        if (encoded) {
            plain += static_cast<char>(code);
            i += 2;
        } else {
            plain += text[i] == '+' ? ' ' : text[i];
        }
    }
    return plain;
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '"': safe += "&quot;"; break;
        case '\'': safe += "&#39;"; break;
        default: safe += c;
        }
    }
    return safe;
}

Answer page(domain::Language language, std::string_view title, const std::string& body)
{
    const bool french = language == domain::Language::fr;
    const auto heading = escaped(title);
    return {200,
            "<!doctype html><html lang=\"" + std::string(french ? "fr" : "en") +
                "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                "content=\"width=device-width\"><title>" +
                heading + "</title><style>" + std::string(style) +
                "</style></head><body><main><h1>" + heading + "</h1>" + body + "<p><small>" +
                (french ? "Mangopay de démonstration : aucun argent réel ne circule ici."
                        : "A stand-in for Mangopay: no real money moves here.") +
                "</small></p></main></body></html>",
            {},
            "text/html; charset=utf-8"};
}

std::string button(std::string_view decision, std::string_view label, bool primary)
{
    return "<button name=\"decision\" value=\"" + escaped(decision) + "\"" +
           (primary ? " class=\"primary\"" : "") + ">" + escaped(label) + "</button>";
}

Answer redirect(const std::string& url)
{
    if (!url.starts_with("http://") && !url.starts_with("https://")) {
        throw param_error({{"returnUrl", "The address to return to must be http or https"}});
    }
    for (const char c : url) {
        if (static_cast<unsigned char>(c) <= ' ') {
            throw param_error({{"returnUrl", "The address to return to is not valid"}});
        }
    }
    return {303, "", {{"location", url}}};
}

std::string with_parameter(std::string url, std::string_view name, std::string_view value)
{
    url += url.find('?') == url.npos ? '?' : '&';
    return url + std::string(name) + "=" + std::string(value);
}

Form read_form(std::string_view body)
{
    Form form;
    while (!body.empty()) {
        const auto end = std::min(body.find('&'), body.size());
        const auto pair = body.substr(0, end);
        const auto equals = std::min(pair.find('='), pair.size());
        form.emplace_back(decoded(pair.substr(0, equals)),
                          decoded(pair.substr(std::min(equals + 1, pair.size()))));
        body.remove_prefix(std::min(end + 1, body.size()));
    }
    return form;
}

std::string value(const Form& form, std::string_view name)
{
    for (const auto& [key, text] : form) {
        if (key == name) return text;
    }
    return "";
}

domain::Language language(std::string_view lang)
{
    const bool english = lang.starts_with("en") || lang.starts_with("EN");
    return english ? domain::Language::en : domain::Language::fr;
}

} // namespace mangopay_sandbox::html
