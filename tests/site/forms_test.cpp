// What a form posts, as the API's operation gets it.

#include <gmock/gmock.h>

#include "api/pipeline/own_form.hpp"
#include "api/site/frame/amount.hpp"
#include "api/site/frame/form.hpp"

namespace tests {

namespace {

using namespace api::site::frame;
using domain::Language;
using nlohmann::json;

Form some_form()
{
    return {.fields = {{.name = "name"},
                       {.name = "address.city"},
                       {.name = "price", .kind = Kind::money},
                       {.name = "years", .kind = Kind::number},
                       {.name = "agrees", .kind = Kind::flag},
                       {.name = "skills", .kind = Kind::several},
                       {.name = "links", .kind = Kind::texts}}};
}

TEST(Forms, BecomeTheJsonOfTheirOperation)
{
    const auto body = body_of(some_form(), {{"name", "Ana"},
                                            {"address.city", "Lyon"},
                                            {"price", "1 234,50 €"},
                                            {"years", "7"},
                                            {"agrees", "true"},
                                            {"skills", "sewing\nleather"},
                                            {"links", "a \r\n\r\nb"},
                                            {"csrf", "x"}});
    EXPECT_EQ(body, json({{"name", "Ana"},
                          {"address", {{"city", "Lyon"}}},
                          {"price", {{"amount", 123450}, {"currency", "EUR"}}},
                          {"years", 7},
                          {"agrees", true},
                          {"skills", {"sewing", "leather"}},
                          {"links", {"a", "b"}}}));
}

TEST(Forms, LeaveOutWhatIsEmptyOrTakeItAway)
{
    auto form = some_form();
    const auto left_out = body_of(form, {});
    EXPECT_FALSE(left_out.contains("name"));
    EXPECT_EQ(left_out["agrees"], false);
    form.clears = true;
    EXPECT_TRUE(body_of(form, {})["name"].is_null());
    EXPECT_TRUE(body_of(form, {})["address"]["city"].is_null());
}

TEST(Forms, SendWhatTheyCannotReadAsItWasTyped)
{
    const auto body = body_of(some_form(), {{"price", "cher"}, {"years", "sept"}});
    EXPECT_EQ(body["price"], "cher");
    EXPECT_EQ(body["years"], "sept");
}

TEST(Forms, ShowWhatAnOperationAnswered)
{
    const auto form = some_form();
    const json view = {{"name", "Ana"},
                       {"address", {{"city", "Lyon"}}},
                       {"price", {{"amount", 4550}, {"currency", "EUR"}}},
                       {"agrees", false},
                       {"skills", {"sewing", "leather"}}};
    const auto values = values_of(form, view);
    EXPECT_EQ(values.at("address.city"), "Lyon");
    EXPECT_EQ(values.at("price"), "45.50");
    EXPECT_EQ(values.at("skills"), "sewing\nleather");
    auto body = body_of(form, values);
    body.erase("links");
    EXPECT_EQ(body, view);
}

TEST(Sums, AreReadAsPeopleWriteThem)
{
    EXPECT_EQ(cents_of("45"), 4500);
    EXPECT_EQ(cents_of("45,5"), 4550);
    EXPECT_EQ(cents_of("1\u202f234.50\u00a0€"), 123450);
    for (const auto* none : {"", "-1", "1,234.50", "0.001", "cher"})
        EXPECT_FALSE(cents_of(none)) << none;
}

TEST(Tokens, LookDifferentEachTime)
{
    const std::string token = "a-token-of-a-session";
    EXPECT_NE(api::masked(token), api::masked(token));
    EXPECT_EQ(api::unmasked(api::masked(token)), token);
    EXPECT_FALSE(api::unmasked(""));
    EXPECT_FALSE(api::unmasked("YQ=="));
    EXPECT_NE(api::unmasked(token), token);
}

TEST(Addresses, StayHere)
{
    const auto home = Href::to("/");
    EXPECT_EQ(Href::to("/services/:what", {{"what", "a/b é"}}).in(Language::en),
              "/en/services/a%2Fb%20%C3%A9");
    EXPECT_EQ(home.in(Language::en), "/en");
    EXPECT_EQ(Href::file("/v1/files/:id", {{"id", "x"}}).in(Language::en), "/v1/files/x");
    EXPECT_EQ(Href::to("/services").with("q", "a&b").with("city", "").at("list").in(Language::fr),
              "/services?q=a%26b#list");
    EXPECT_EQ(Href::local("/en/orders/x?a=b#c", home).in(Language::fr), "/orders/x?a=b#c");
    for (const auto* elsewhere : {"//evil.example", "https://evil.example", "javascript:x", "",
                                  "/\\evil.example", "/en//evil.example", "/v1/me", "/a\"b"})
        EXPECT_EQ(Href::local(elsewhere, home).in(Language::fr), "/") << elsewhere;
}

} // namespace

} // namespace tests
