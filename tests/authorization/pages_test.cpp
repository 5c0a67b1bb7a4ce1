// The web site's pages, as every kind of actor, in both languages.

#include <gmock/gmock.h>

#include "api/site/frame/operation.hpp"
#include "tests/authorization/world.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

const api::Route& page_route(const std::string& name)
{
    for (const auto& route : api::routes()) {
        if (route.operation == name && route.dress == api::Dress::page) return route;
    }
    throw std::runtime_error("no such page: " + name);
}

/// "a=1&b=2" of an object of texts.
std::string urlencoded(const json& fields)
{
    std::string body;
    for (const auto& [name, value] : fields.items()) {
        body += (body.empty() ? "" : "&") + name + "=";
        for (const char c : value.get<std::string>()) {
            const bool is_plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
            body += is_plain ? std::string(1, c) : "%" + domain::to_hex(std::string(1, c));
        }
    }
    return body;
}

/// `text` with every value of `ids` under its name, and without the request's own number.
std::string impersonal(const Answer& answer, const std::map<std::string, std::string>& ids)
{
    auto text = answer.bytes;
    const auto replace = [&](const std::string& value, const std::string& by) {
        for (auto at = text.find(value); !value.empty() && at != text.npos; at = text.find(value))
            text.replace(at, value.size(), by);
    };
    replace(answer.header("x-request-id"), "#");
    for (const auto& [name, value] : ids)
        replace(value, "{" + name + "}");
    return text;
}

class Pages : public World {
protected:
    Answer played(const json& row, const std::string& actor, const std::string& prefix,
                  std::map<std::string, std::string> ids)
    {
        const auto& route = page_route(row.at("page"));
        ids["actor"] = actor;
        const auto address = "192.0.2." + std::to_string(actor.size() * 10 + actor.back() % 10);
        With with{.bearer = bearer_of(actor), .headers = {{"x-real-ip", address}}};
        const auto target = prefix + filled(row.at("call").get<std::string>(), ids);
        if (route.method == "GET") return call("GET", target, "", with);
        with.headers["origin"] = platform.web_url;
        with.headers["content-type"] = "application/x-www-form-urlencoded";
        auto form = json::parse(filled(row.value("form", json::object()).dump(), ids));
        form["key"] = domain::uuid_v4();
        if (!form.contains("version")) form["version"] = "1";
        return call("POST", target, urlencoded(form), with);
    }

    void expect_a_page(const json& row, const Answer& answer)
    {
        const std::string page = row["page"];
        EXPECT_NE(answer.status, 500) << page << answer.bytes;
        EXPECT_FALSE(answer.header("x-request-id").empty()) << page;
        if (answer.status == 303) {
            EXPECT_THAT(answer.header("location"), StartsWith("/")) << page;
        }
        const bool is_page = answer.header("content-type") == "text/html; charset=utf-8";
        if (!is_page) return;
        EXPECT_THAT(answer.bytes, HasSubstr("<h1")) << page;
        EXPECT_THAT(answer.header("content-security-policy"), HasSubstr("script-src 'self';"))
            << page;
    }

    void play(const json& row, const std::string& prefix)
    {
        std::string seen;
        for (const auto& actor : matrix()["actors"]) {
            const auto answer = played(row, actor, prefix, things);
            seen += (seen.empty() ? "" : " ") + std::to_string(answer.status);
            expect_a_page(row, answer);
            if (answer.status != 404) continue;
            const auto nothing = nothings();
            const auto nowhere = played(row, actor, prefix, nothing);
            EXPECT_EQ(impersonal(answer, things), impersonal(nowhere, nothing))
                << row["page"] << " as " << actor;
        }
        EXPECT_EQ(seen, row.at("expect").get<std::string>()) << prefix << row["page"];
    }
};

TEST(PagesOfTheMatrix, AreThoseOfTheSite)
{
    std::set<std::string> pages;
    std::set<std::string> rows;
    for (const auto& route : api::routes()) {
        if (route.dress == api::Dress::page) pages.insert(std::string(route.operation));
    }
    for (const auto& row : matrix()["pages"])
        rows.insert(row["page"]);
    EXPECT_EQ(rows, pages);
}

/// Whoever is not signed in is led to signing in, and comes back from there.
TEST(PagesOfTheMatrix, LeadStrangersToSigningIn)
{
    for (const auto& row : matrix()["pages"]) {
        const auto who = page_route(row["page"]).who;
        const auto first = row["expect"].get<std::string>().substr(0, 3);
        EXPECT_TRUE(who == api::Who::anyone || first == "303") << row["page"];
    }
}

/// A form runs where the operation may be slow, and for nobody whom the operation refuses.
TEST(PagesOfTheMatrix, PerformWhatThereIs)
{
    for (const auto& route : api::routes()) {
        if (route.performs.empty()) continue;
        const auto& operation = api::site::frame::operation(route.performs);
        EXPECT_EQ(route.place, operation.place) << route.operation;
        EXPECT_EQ(route.method, "POST") << route.operation;
    }
}

TEST_F(Pages, AreShownToWhomTheyAreFor)
{
    for (const auto& row : matrix()["pages"]) {
        now += std::chrono::minutes{1}; // tries of a password are counted by the minute
        play(row, "");
        if (page_route(row["page"]).language) play(row, "/en");
        if (!row.value("ends_sessions", false)) continue;
        for (auto& [name, someone] : actors) {
            if (name != "closed") sign_in_again(someone);
        }
    }
}

} // namespace

} // namespace tests
