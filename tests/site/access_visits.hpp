#pragma once

#include <cctype>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/accounts/registered.hpp"

namespace tests {

/// Somebody with a browser and no session yet: opens pages, fills their forms in and sends them.
class Visiting : public Registered {
protected:
    using Typed = std::vector<std::pair<std::string, std::string>>;

    /// What the page's forms name, each once.
    static std::set<std::string> fields_in(const Answer& page)
    {
        std::set<std::string> names;
        const std::string mark = " name=\"";
        for (auto at = page.bytes.find("<main");
             (at = page.bytes.find(mark, at)) != std::string::npos;) {
            at += mark.size();
            names.insert(page.bytes.substr(at, page.bytes.find('"', at) - at));
        }
        return names;
    }

    /// The value of a field in the page's main part; "" where it has none.
    static std::string value_in(const Answer& page, const std::string& name)
    {
        const auto at = page.bytes.find(" name=\"" + name + "\"", page.bytes.find("<main"));
        if (at == std::string::npos) return {};
        const auto begin = page.bytes.rfind('<', at);
        const auto tag = page.bytes.substr(begin, page.bytes.find('>', at) - begin);
        const std::string mark = " value=\"";
        const auto from = tag.find(mark);
        if (from == std::string::npos) return {};
        const auto first = from + mark.size();
        return tag.substr(first, tag.find('"', first) - first);
    }

    static bool says(const Answer& page, const std::string& text)
    {
        return page.bytes.find(text) != std::string::npos;
    }

    static std::string escaped(const std::string& text)
    {
        constexpr std::string_view digits = "0123456789ABCDEF";
        std::string out;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (std::isalnum(byte) != 0) {
                out += c;
            } else {
                out.append({'%', digits[byte >> 4U], digits[byte & 15U]});
            }
        }
        return out;
    }

    /// Sends a form as a page of ours does, unless `headers` say otherwise: {"origin", ""} sends
    /// none. A key of its own unless one is typed.
    Answer send(const std::string& path, Typed typed,
                const std::map<std::string, std::string>& headers = {})
    {
        With with{.headers = {{"origin", platform.web_url},
                              {"x-real-ip", "192.0.2." + std::to_string(++visitors_ % 250)}}};
        for (const auto& [name, value] : headers)
            with.headers[name] = value;
        std::erase_if(with.headers, [](const auto& header) { return header.second.empty(); });
        with.headers["content-type"] = "application/x-www-form-urlencoded";
        typed.emplace_back("key", domain::uuid_v4());
        std::string body;
        std::set<std::string> seen;
        for (const auto& [name, value] : typed) {
            if (!seen.insert(name).second) continue;
            body += (body.empty() ? "" : "&") + escaped(name) + "=" + escaped(value);
        }
        return call("POST", path, body, with);
    }

    /// What a browser keeps of an answer's cookie.
    static std::string cookie_of(const Answer& answer)
    {
        const auto set = answer.header("set-cookie");
        return set.substr(0, set.find(';'));
    }

    Answer get_with(const std::string& path, const std::string& cookie)
    {
        return call("GET", path, "", {.headers = {{"cookie", cookie}}});
    }

    /// The token in the last mail that went to an address.
    std::string token_mailed_to(const std::string& address)
    {
        run_jobs();
        const auto mails = mailbox.to(address);
        return mails.empty() ? "" : token_in(mails.back());
    }

private:
    int visitors_ = 0;
};

} // namespace tests
