#pragma once

#include <cctype>
#include <map>
#include <string>

#include "tests/support/people.hpp"

namespace tests {

/// What a form of the site posts: fields by name.
using Posted = std::map<std::string, std::string>;

/// The value of the hidden field `name` in the page, "" when it has none.
inline std::string hidden_in(const std::string& html, const std::string& name)
{
    const auto at = html.find("name=\"" + name + "\"");
    if (at == std::string::npos) return {};
    const auto begin = html.rfind('<', at);
    const auto tag = html.substr(begin, html.find('>', at) - begin);
    const std::string before = "value=\"";
    const auto value = tag.find(before);
    if (value == std::string::npos) return {};
    const auto from = value + before.size();
    return tag.substr(from, tag.find('"', from) - from);
}

/// application/x-www-form-urlencoded, every byte that is not a letter or digit as %XX.
inline std::string urlencoded(const Posted& fields)
{
    const std::string digits = "0123456789ABCDEF";
    const auto encoded = [&](const std::string& text) {
        std::string out;
        for (const unsigned char byte : text) {
            if (std::isalnum(byte) != 0) {
                out += static_cast<char>(byte);
            } else {
                out += {'%', digits[byte >> 4U], digits[byte & 15U]};
            }
        }
        return out;
    };
    std::string body;
    for (const auto& [name, value] : fields)
        body += (body.empty() ? "" : "&") + encoded(name) + "=" + encoded(value);
    return body;
}

/// How a browser posts it from a page of ours.
inline With as_a_form(const std::string& bearer, const Posted& fields)
{
    const auto key = fields.find("key");
    return {.bearer = bearer,
            .headers = {{"content-type", "application/x-www-form-urlencoded"},
                        {"sec-fetch-site", "same-origin"}},
            .key = key == fields.end() ? "" : key->second};
}

/// Adds what can be done with the pages of an account to a world of some kind.
template <typename Base>
class WithForms : public Base {
protected:
    /// Posts to the page what its form holds unseen, and `fields`.
    Answer submit(const std::string& page, const std::string& action, Posted fields,
                  const Someone& as)
    {
        const auto html = this->get(page, as.bearer).bytes;
        for (const auto* unseen : {"key", "version"})
            fields.emplace(unseen, hidden_in(html, unseen));
        if (fields["version"].empty()) fields.erase("version");
        return post_form(action, fields, as);
    }
    Answer submit(const std::string& page, const Posted& fields, const Someone& as)
    {
        return submit(page, page, fields, as);
    }
    Answer post_form(const std::string& action, const Posted& fields, const Someone& as)
    {
        return this->call("POST", action, urlencoded(fields), as_a_form(as.bearer, fields));
    }

    static bool says(const Answer& answer, const std::string& text)
    {
        return answer.bytes.find(text) != std::string::npos;
    }
    /// Where a 303 leads.
    static std::string leads_to(const Answer& answer)
    {
        EXPECT_EQ(answer.status, 303) << answer.bytes.substr(0, 2000);
        return answer.header("location");
    }
};

} // namespace tests
