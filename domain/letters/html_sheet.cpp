#include "domain/letters/html_sheet.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "domain/letters/linked.hpp"

namespace domain::letters {

namespace {

/// What the button says that leads to `path`: the words of the longest beginning of it.
std::string label_of(const Platform& platform, Language language, std::string_view path)
{
    const auto labels = nlohmann::json::parse(platform.texts.at("mails/buttons.json"))
                            .at(std::string(name(language)));
    std::string_view longest;
    std::string label;
    for (const auto& [beginning, words] : labels.items()) {
        if (!path.starts_with(beginning) || beginning.size() <= longest.size()) continue;
        longest = path.substr(0, beginning.size());
        label = words.get<std::string>();
    }
    return label;
}

bool is_code(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::vector<std::string_view> split(std::string_view text, std::string_view mark)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto at = text.find(mark);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + mark.size());
    }
}

void HtmlSheet::add(std::string_view paragraph)
{
    if (!has_button_ && is_own_address(platform_, paragraph)) {
        add_button(paragraph);
    } else if (is_code(paragraph)) {
        html_ += "<p class=\"code\">" + escaped(paragraph) + "</p>\n";
    } else {
        add_lines(paragraph);
    }
}

std::string HtmlSheet::html() const
{
    return "<div lang=\"" + std::string(name(language_)) + "\">\n" + html_ + "</div>\n";
}

void HtmlSheet::add_button(std::string_view address)
{
    has_button_ = true;
    auto path = address.substr(platform_.web_url.size());
    constexpr std::string_view english = "/en";
    if (path == english || path.starts_with("/en/")) path.remove_prefix(english.size());
    const auto shown = escaped(address);
    // Said again on the element: some readers drop what stands in <style>.
    html_ += "<p><a class=\"button\" href=\"" + shown +
             "\" style=\"display:inline-block;padding:12px 24px;border-radius:10px;"
             "font-weight:700;text-decoration:none;color:#ffffff;background-color:" +
             to_text(platform_.brand.brand) + "\">" +
             escaped(label_of(platform_, language_, path.empty() ? "/" : path)) +
             "</a></p>\n<p class=\"small\"><a href=\"" + shown + "\">" + shown + "</a></p>\n";
}

void HtmlSheet::add_lines(std::string_view paragraph)
{
    constexpr std::string_view dash = "- ";
    std::string text, items;
    for (const auto line : split(paragraph, "\n")) {
        if (line.starts_with(dash)) {
            items += "<li>" + linked(platform_, line.substr(dash.size())) + "</li>\n";
        } else {
            text += (text.empty() ? "" : "<br>\n") + linked(platform_, line);
        }
    }
    if (!text.empty()) html_ += "<p>" + text + "</p>\n";
    if (!items.empty()) html_ += "<ul>\n" + items + "</ul>\n";
}

} // namespace domain::letters
