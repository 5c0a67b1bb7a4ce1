#include <gtest/gtest.h>

#include "api/http/router.hpp"
#include "domain/core/check.hpp"

namespace tests::http {
namespace {

using api::http::Route;
using api::http::Router;

std::vector<Route> routes()
{
    std::vector<Route> all;
    for (const auto& [method, pattern] : std::vector<std::pair<const char*, const char*>>{
             {"GET", "/"},
             {"GET", "/orders"},
             {"POST", "/orders"},
             {"GET", "/orders/:id"},
             {"PUT", "/orders/:id"},
             {"GET", "/orders/search"},
             {"POST", "/orders/:order/quotes/:quote"},
             {"GET", "/:kind/latest"},
         }) {
        all.push_back({method, pattern, {}});
    }
    return all;
}

/// The pattern and what it captured, or what is allowed instead.
std::string found(const Router& router, std::string_view method, std::string_view path)
{
    const Router::Match match = router.find(method, path);
    if (match.route == nullptr) return match.allow.empty() ? "nothing" : "only " + match.allow;
    std::string told = match.route->pattern;
    for (const auto& [name, value] : match.captured)
        told += " " + name + "=" + value;
    return told;
}

TEST(Router, FindsPathsAndCaptures)
{
    const Router router(routes(), false, false);

    EXPECT_EQ(found(router, "GET", "/"), "/");
    EXPECT_EQ(found(router, "POST", "/orders"), "/orders");
    EXPECT_EQ(found(router, "GET", "/orders/o%2F1"), "/orders/:id id=o/1");
    EXPECT_EQ(found(router, "POST", "/orders/1/quotes/2"),
              "/orders/:order/quotes/:quote order=1 quote=2");
    EXPECT_EQ(found(router, "GET", "/orders/search"), "/orders/search");
    EXPECT_EQ(found(router, "GET", "/things/latest"), "/:kind/latest kind=things");
    EXPECT_EQ(found(router, "GET", "/nothing"), "nothing");
    EXPECT_EQ(found(router, "GET", "/orders/1/quotes"), "nothing");
}

TEST(Router, GoesOnToThePatternThatHasTheMethod)
{
    const Router router(routes(), false, false);

    EXPECT_EQ(found(router, "PUT", "/orders/search"), "/orders/:id id=search");
    EXPECT_EQ(found(router, "GET", "/orders/latest"), "/orders/:id id=latest");
}

TEST(Router, NamesTheMethodsOfAKnownPath)
{
    const Router router(routes(), false, false);

    EXPECT_EQ(found(router, "DELETE", "/orders"), "only GET, HEAD, OPTIONS, POST");
    EXPECT_EQ(found(router, "TRACE", "/orders/1/quotes/2"), "only OPTIONS, POST");
    EXPECT_EQ(found(router, "get", "/orders"), "only GET, HEAD, OPTIONS, POST");
    EXPECT_EQ(found(router, "HEAD", "/orders"), "/orders");
}

TEST(Router, IsExactUnlessToldOtherwise)
{
    const Router exact(routes(), false, false);
    EXPECT_EQ(found(exact, "GET", "/Orders"), "nothing");
    EXPECT_EQ(found(exact, "GET", "/orders/"), "nothing");
    EXPECT_EQ(found(exact, "GET", "//orders"), "nothing");

    const Router lenient(routes(), true, true);
    EXPECT_EQ(found(lenient, "GET", "/ORDERS/"), "/orders");
    EXPECT_EQ(found(lenient, "GET", "/Orders/AbC"), "/orders/:id id=AbC");
}

TEST(Router, RefusesAPatternGivenTwice)
{
    auto twice = routes();
    twice.push_back({"GET", "/orders/:other", {}});

    EXPECT_THROW(Router(std::move(twice), false, false), domain::Bug);
}

} // namespace
} // namespace tests::http
