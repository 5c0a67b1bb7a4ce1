#include "domain/letters/in_html.hpp"

#include <nlohmann/json.hpp>

#include <string_view>

#include "domain/core/language.hpp"
#include "domain/letters/html_sheet.hpp"
#include "domain/letters/linked.hpp"
#include "domain/letters/written.hpp"

namespace domain::letters {

using nlohmann::json;

namespace {

/// The one whose greeting it begins with.
Language language_of(const Platform& platform, std::string_view text)
{
    const auto english =
        json::parse(platform.texts.at("mails/layout.json")).at("en").at("greeting");
    return text.starts_with(english.get<std::string>()) ? Language::en : Language::fr;
}

std::string content_of(const Platform& platform, std::string_view text)
{
    std::string html;
    for (const auto part : split(text, between_languages)) {
        HtmlSheet sheet(platform, language_of(platform, part));
        for (const auto paragraph : split(part, "\n\n"))
            sheet.add(paragraph);
        html += sheet.html();
    }
    return html;
}

std::string closing_of(const Platform& platform, std::string_view text)
{
    std::string html;
    for (const auto line : split(text, "\n"))
        html += (html.empty() ? "" : "<br>\n") + linked(platform, line);
    return html;
}

/// What of the look is the operator's own.
std::string brand_style(const platform::Brand& brand)
{
    const auto rules = [](Colour ink, Colour letters, std::string_view weight) {
        return "a{color:" + to_text(ink) + std::string(weight) +
               "}a.button{background-color:" + to_text(ink) + std::string(weight) +
               ";color:" + to_text(letters) + std::string(weight) + "}";
    };
    return rules(brand.brand, platform::light_grounds.on_brand, "") +
           "@media (prefers-color-scheme:dark){" +
           rules(brand.brand_dark, platform::dark_grounds.on_brand, " !important") + "}";
}

} // namespace

std::string in_html(const Platform& platform, const mail::Message& message)
{
    const std::string_view body = message.body;
    const auto end = body.rfind(before_closing);
    const auto text = body.substr(0, end);
    const auto closing = end == std::string_view::npos ? std::string_view()
                                                       : body.substr(end + before_closing.size());
    return platform::filled(platform.texts.at("mails/page.html"),
                            {{"language", std::string(name(language_of(platform, text)))},
                             {"subject", escaped(message.subject)},
                             {"style", platform.texts.at("mails/style.css")},
                             {"brand_style", brand_style(platform.brand)},
                             {"brand", escaped(platform.shown_name())},
                             {"content", content_of(platform, text)},
                             {"closing", closing_of(platform, closing)}});
}

} // namespace domain::letters
