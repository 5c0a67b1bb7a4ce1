#include "api/site/frame/template_text.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "api/site/frame/assets.hpp"
#include "api/site/frame/href.hpp"
#include "api/site/frame/sentences.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

/// One of a template's small words: what comes after it, and what that becomes.
struct SmallWord {
    std::string_view name;
    std::string (*meaning)(const std::string& argument, const Known& known);
};

std::string sentence(const std::string& key, const Known& known)
{
    if (!known.sentences.has(key)) throw std::runtime_error("there is no sentence " + key);
    if (!known.sentences.is_complete(key))
        throw std::runtime_error("sentence " + key + " needs arguments: its view says it");
    return escaped(known.sentences.in(known.language, {key}));
}

std::string address(const std::string& path, const Known& known)
{
    return escaped(Href::local(path, Href::to("/")).in(known.language));
}

std::string asset(const std::string& name, const Known& known)
{
    if (!known.assets.has(name)) throw std::runtime_error("there is no asset " + name);
    return known.assets.named(name).path;
}

std::string icon(const std::string& name, const Known& known)
{
    constexpr std::string_view sprite = "icons.svg";
    const auto path = asset(std::string(sprite), known);
    if (known.assets.named(sprite).bytes.find("id=\"" + name + "\"") == std::string::npos)
        throw std::runtime_error("there is no icon " + name);
    return "<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"" + path +
           "#" + name + "\"></use></svg>";
}

constexpr std::array<SmallWord, 4> small_words = {
    {{"t", sentence}, {"to", address}, {"asset", asset}, {"icon", icon}}};

std::string meaning_of(std::string_view name, const std::string& argument, const Known& known,
                       std::vector<std::string>& faults)
{
    const auto* word = std::ranges::find(small_words, name, &SmallWord::name);
    try {
        if (word == small_words.end())
            throw std::runtime_error("{{" + std::string(name) + " …}} is no word of templates");
        return word->meaning(argument, known);
    } catch (const std::runtime_error& fault) {
        faults.emplace_back(fault.what());
        return {};
    }
}

struct Rule {
    std::regex found;
    std::string_view fault;
};

const std::vector<Rule>& rules()
{
    static const std::vector<Rule> all = {
        {std::regex(R"(:none\b|\{\{=|\{\{%)"), "a marker that is not escaped"},
        {std::regex(R"(\sstyle\s*=|<style)"), "a style of its own: the policy forbids it"},
        {std::regex(R"(\son[a-z]+\s*=)"), "a handler of its own: the policy forbids it"},
        {std::regex(R"(<script(?! type="application/ld\+json"| src="\{\{))"),
         "a script of its own: the policy forbids it"},
        {std::regex(R"re(\s(title|alt|aria-label|placeholder)="[^"{]+")re"),
         "words of its own in an attribute"},
    };
    return all;
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string html;
    for (const char c : text) {
        switch (c) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        case '"': html += "&quot;"; break;
        case '\'': html += "&#39;"; break;
        case '{': html += "&#123;"; break; // would be a marker
        default: html += c;
        }
    }
    return html;
}

std::string prepared(std::string_view text, const Known& known, std::vector<std::string>& faults)
{
    static const std::regex small(R"(\{\{([a-z]+) +([^{}]+?) *\}\})");
    std::string out;
    const std::string whole(text);
    auto from = whole.cbegin();
    for (std::sregex_iterator at(whole.begin(), whole.end(), small), end; at != end; ++at) {
        out.append(from, (*at)[0].first);
        out += meaning_of((*at)[1].str(), (*at)[2].str(), known, faults);
        from = (*at)[0].second;
    }
    return out.append(from, whole.cend());
}

std::vector<std::string> faults_in(std::string_view text)
{
    std::vector<std::string> faults;
    const std::string whole(text);
    for (const auto& rule : rules()) {
        if (std::regex_search(whole, rule.found)) faults.emplace_back(rule.fault);
    }
    static const std::regex quoted(R"("[^"]*")");
    if (std::regex_search(std::regex_replace(whole, quoted, "\"\""), std::regex(R"(=[^"])")))
        faults.emplace_back("an attribute without quotes");
    static const std::regex not_text(R"(\{\{[^}]*\}\}|<!--[^]*?-->|<[^>]*>|&#?[a-z0-9]+;|·)");
    const auto rest = std::regex_replace(whole, not_text, "");
    // A letter in any script: what begins no ASCII sign.
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
    };
    const auto letter = std::ranges::find_if(rest, is_letter);
    if (letter != rest.end()) {
        faults.push_back("words of its own: " +
                         std::string(letter, std::min(rest.end(), letter + 20)));
    }
    return faults;
}

} // namespace api::site::frame
