#include <sstream>

#include "api/pipeline/one_trip.hpp"
#include "domain/access/sessions.hpp"
#include "tests/market/ordering.hpp"

namespace tests {

namespace {

namespace sessions = domain::access::sessions;

/// What members read of their own, in one trip to the database with the proof of who they are.
class Listings : public Orders {
protected:
    static std::vector<const api::Route*> listings()
    {
        std::vector<const api::Route*> found;
        for (const auto& route : api::routes()) {
            if (std::holds_alternative<api::Listing>(route.handler)) found.push_back(&route);
        }
        return found;
    }

    bool is_answered_one_trip(const api::Route& route, const std::string& id,
                              const std::string& bearer)
    {
        api::http::Request raw;
        raw.method = "GET";
        raw.headers = {{"authorization", "Bearer " + bearer}};
        raw.captured = {{"id", id}};
        return api::answer_in_one_trip(app, route, {raw, {}, {}, {}, "r"}).has_value();
    }
};

TEST_F(Listings, AreAnsweredAtOnceToTheirOwnersOnly)
{
    const auto order = given_an_order();
    const auto conversation = text(get("/v1/conversations", ana.bearer).body["items"].at(0));

    ASSERT_EQ(listings().size(), 4U);
    for (const auto* route : listings()) {
        EXPECT_TRUE(is_answered_one_trip(*route, conversation, ana.bearer)) << route->operation;
        EXPECT_FALSE(is_answered_one_trip(*route, conversation, sam.bearer)) << route->operation;
        EXPECT_FALSE(is_answered_one_trip(*route, conversation, "ses-x")) << route->operation;
    }
    EXPECT_EQ(text(get("/v1/orders", ana.bearer).body["items"].at(0)), text(order));
    EXPECT_EQ(get("/v1/orders", eve.bearer).body["items"], json::array());
    EXPECT_EQ(get("/v1/orders", sam.bearer).status, 404);
}

TEST_F(Listings, ShowNothingOnceTheSessionHasEnded)
{
    given_an_order();
    expect(200, get("/v1/orders", ana.bearer));
    EXPECT_EQ(del("/v1/sessions", ana.bearer).status, 204);

    for (const auto* path : {"/v1/orders", "/v1/quotes", "/v1/conversations"}) {
        const auto answer = get(path, ana.bearer);
        EXPECT_EQ(answer.status, 401) << path;
        EXPECT_FALSE(answer.body.contains("items")) << path;
    }
}

TEST_F(Listings, ProlongASessionThatIsOnlyEverUsedForThem)
{
    for (int week = 0; week < 3; ++week) {
        now += std::chrono::days{6};
        EXPECT_EQ(get("/v1/orders", ana.bearer).status, 200) << week;
    }
}

TEST_F(Listings, AreNeverSomebodyElsesByAForgedClaim)
{
    given_an_order();
    const auto part = [](const Someone& one, int number) {
        std::istringstream token(one.bearer);
        std::string found;
        for (int i = 0; i <= number; ++i)
            std::getline(token, found, '.');
        return found;
    };
    const auto forged = {
        part(eve, 0) + "." + ana.id.text() + "." + part(eve, 2), // her own signature
        part(eve, 0) + "." + part(ana, 1) + "." + part(ana, 2),  // ana's, without ana's secret
        part(ana, 0) + "." + ana.id.text() + ".",
        part(ana, 0) + "." + ana.id.text(),
        part(ana, 0),
    };

    EXPECT_EQ(sessions::claimed_by(vault, ana.bearer), ana.id);
    for (const auto& token : forged) {
        EXPECT_FALSE(sessions::claimed_by(vault, token)) << token;
        EXPECT_EQ(get("/v1/orders", token).status, 401) << token;
        EXPECT_EQ(get("/v1/me", token).status, 401) << token;
    }
}

} // namespace

} // namespace tests
