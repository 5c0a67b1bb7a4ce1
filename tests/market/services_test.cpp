#include "domain/pages/pages.hpp"
#include "domain/pages/published.hpp"
#include "domain/services/published.hpp"
#include "domain/services/service.hpp"
#include "tests/market/publishing.hpp"

namespace tests {

namespace {

class Services : public Publishing {
protected:
    Services() { publish(ben); }

    std::set<std::string> found(const std::string& query)
    {
        std::set<std::string> titles;
        const auto answer = get("/v1/services?" + query);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        for (const auto& item : answer.body.value("items", json::array()))
            titles.insert(item.at("title").get<std::string>());
        return titles;
    }
    using Titles = std::set<std::string>;
};

TEST_F(Services, AreFoundByTheBeginningsOfWordsWithoutAccents)
{
    given_a_service(ben, "Ourlet de rideau", "Lyon", {{"skills", {"Couture à la main"}}});
    given_a_service(ben, "Fermeture éclair", "Marseille");

    EXPECT_EQ(found(""), (Titles{"Ourlet de rideau", "Fermeture éclair"}));
    EXPECT_EQ(found("q=RIDEAUX"), Titles{}) << "more letters than the word has";
    EXPECT_EQ(found("q=ride"), (Titles{"Ourlet de rideau"}));
    EXPECT_EQ(found("q=eclair"), (Titles{"Fermeture éclair"}));
    EXPECT_EQ(found("q=ourl+main"), (Titles{"Ourlet de rideau"})) << "skills are words as well";
    EXPECT_EQ(found("q=ourlet+eclair"), Titles{});
    EXPECT_EQ(found("city=LYON"), (Titles{"Ourlet de rideau"}));
    EXPECT_EQ(found("skill=couture+a+la+main"), (Titles{"Ourlet de rideau"}));
    EXPECT_EQ(found("q=our_et"), Titles{}) << "no wildcards";
}

TEST_F(Services, AreSortedAndPaged)
{
    const auto priced = [](int cents) {
        return json{
            {"price", {{"from", {{"amount", cents}, {"currency", "EUR"}}}, {"per", "hour"}}}};
    };
    given_a_service(ben, "moyen", "Lyon", priced(3000));
    given_a_service(ben, "sans prix", "Lyon");
    given_a_service(ben, "cher", "Lyon", priced(9000));
    given_a_service(ben, "bon marché", "Lyon", priced(1000));

    const auto titles = [&](const std::string& sort) {
        std::vector<std::string> seen;
        std::string cursor;
        do {
            const auto page = get("/v1/services?limit=1&sort=" + sort + "&cursor=" + cursor).body;
            for (const auto& item : page["items"])
                seen.push_back(item["title"]);
            cursor = page["next"].is_null() ? "" : page["next"].get<std::string>();
        } while (!cursor.empty());
        return seen;
    };
    using Order = std::vector<std::string>;
    EXPECT_EQ(titles("price"), (Order{"bon marché", "moyen", "cher", "sans prix"}));
    EXPECT_EQ(titles("newest"), (Order{"bon marché", "cher", "sans prix", "moyen"}));
    EXPECT_EQ(titles("rating").size(), 4u);
    EXPECT_EQ(get("/v1/services?sort=best&min_rating=6").body["errors"].size(), 2u);
    EXPECT_EQ(get("/v1/services?cursor=bm90IGEgcGxhY2U=").status, 422);
}

TEST_F(Services, AreEditedByTheirProviderOnly)
{
    const auto service = given_a_service(ben, "Ourlet");
    const auto path = "/v1/services/" + text(service);
    const auto carl = given_a_provider("Carl");

    EXPECT_EQ(patch(path, {{"title", "Vol"}}, carl.bearer, "\"1\"").status, 404);
    EXPECT_EQ(del(path, carl.bearer).status, 404);
    EXPECT_EQ(patch(path, {{"title", "Ourlet invisible"}}, ben.bearer, "\"7\"").status, 412);
    EXPECT_EQ(patch(path, {{"title", 5}, {"x", 1}}, ben.bearer, "\"1\"").body["errors"].size(), 2u);

    const auto changed = patch(path, {{"title", "Ourlet invisible"}}, ben.bearer, "\"1\"");
    EXPECT_EQ(changed.status, 200) << changed.bytes;
    EXPECT_EQ(changed.header("etag"), "\"2\"");
    EXPECT_EQ(get(path).body["title"], "Ourlet invisible");
    EXPECT_EQ(get(path).body["provider"]["display_name"], "Ben D.");
    EXPECT_EQ(found("q=invisible"), (Titles{"Ourlet invisible"}));

    EXPECT_EQ(del(path, ben.bearer).status, 204);
    EXPECT_EQ(get(path).status, 404);
    EXPECT_EQ(count("service_words"), 0);
}

TEST_F(Services, LeaveThePublicWhenUnpublished)
{
    const auto service = given_a_service(ben, "Ourlet");
    const auto path = "/v1/services/" + text(service);
    expect(200, patch(path, {{"is_published", false}}, ben.bearer, "\"1\""));

    EXPECT_EQ(get(path).status, 404);
    EXPECT_EQ(count("public_services") + count("service_words"), 0);
    EXPECT_EQ(get("/v1/me/services", ben.bearer).body["items"].size(), 1u);
    const auto mine = get("/v1/me/services/" + text(service), ben.bearer);
    EXPECT_EQ(mine.body["title"], "Ourlet");
    EXPECT_EQ(mine.header("etag"), "\"2\"");
    EXPECT_EQ(get("/v1/me/services/" + text(service), given_a_provider("Carl").bearer).status, 404);
    const auto sealed = db.read([](domain::Transaction& tx) {
        return tx.one<std::string>("SELECT content FROM services");
    });
    EXPECT_EQ(sealed.find("Ourlet"), std::string::npos);
}

TEST_F(Services, AnswerThatTheyAreGoneOnceTheirProvidersAccountCloses)
{
    const auto shown = "/v1/services/" + text(given_a_service(ben, "Ourlet"));
    const auto hidden = "/v1/services/" +
                        text(given_a_service(ben, "Brouillon", "Lyon", {{"is_published", false}}));

    db.transaction([&](domain::Transaction& tx) { domain::pages::erase(tx, ben.id); });

    EXPECT_EQ(get(shown).status, 410);
    EXPECT_EQ(get(shown).body["title"], "gone");
    EXPECT_EQ(get(hidden).status, 404) << "nobody ever saw it";
    EXPECT_EQ(count("services"), 0);
}

TEST_F(Services, AreCountedByCityAndSkillAsASearchFindsThem)
{
    EXPECT_EQ(get("/v1/services/facets").body,
              (json{{"cities", json::array()}, {"skills", json::array()}}));
    given_a_service(ben, "Ourlet", "Lyon", {{"skills", {"Couture à la main", "Rideaux"}}});
    given_a_service(ben, "Rideau", "Lyon", {{"skills", {"rideaux"}}});
    given_a_service(ben, "Veste", "Nîmes");
    given_a_service(ben, "Brouillon", "Paris", {{"is_published", false}});

    const auto facets = get("/v1/services/facets").body;

    EXPECT_EQ(facets["cities"],
              (json{{{"name", "Lyon"}, {"services", 2}}, {{"name", "Nîmes"}, {"services", 1}}}));
    ASSERT_EQ(facets["skills"].size(), 2U) << facets;
    EXPECT_EQ(facets["skills"][0]["services"], 2);
    EXPECT_EQ(facets["skills"][1], (json{{"name", "Couture à la main"}, {"services", 1}}));
    EXPECT_EQ(found("skill=" + facets["skills"][0]["name"].get<std::string>()),
              (Titles{"Ourlet", "Rideau"}));
}

TEST_F(Services, AreListedWithTheirLastChangeWhilePublished)
{
    given_a_service(ben, "Brouillon", "Lyon", {{"is_published", false}});
    const auto first = given_a_service(ben, "Ourlet");
    now += std::chrono::hours(1);
    const auto second = given_a_service(ben, "Rideau");
    now += std::chrono::hours(1);
    expect(200, patch("/v1/services/" + text(first), {{"title", "Ourlets"}}, ben.bearer, "\"1\""));

    db.read([&](domain::Transaction& tx) {
        const auto all = domain::services::published(tx, "", 10);
        ASSERT_EQ(all.size(), 2U);
        EXPECT_EQ(all[0].title, "Ourlets");
        EXPECT_EQ(all[0].changed_at, now);
        EXPECT_EQ(all[1].changed_at, now - std::chrono::hours(1));
        const auto rest = domain::services::published(tx, all[0].id.text(), 1);
        ASSERT_EQ(rest.size(), 1U);
        EXPECT_EQ(rest[0].id.text(), text(second));
        const auto pages = domain::pages::published(tx, "", 10);
        ASSERT_EQ(pages.size(), 1U);
        EXPECT_EQ(pages[0].id, ben.id);
    });
}

TEST_F(Services, NameEveryWrongField)
{
    const auto refused = post("/v1/services",
                              {{"title", "x"},
                               {"description", ""},
                               {"skills", {"a", 7}},
                               {"price", {{"from", {{"amount", 0}, {"currency", "USD"}}}}}},
                              ben.bearer);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(wrong_fields(refused),
              (std::set<std::string>{"title", "description", "city", "skills[1].text",
                                     "price.from.amount", "price.from.currency", "price.per"}));
    EXPECT_EQ(post("/v1/services", {{"title", "abc"}}, ana.bearer).status, 404);
}

TEST_F(Services, NeedAPageFirst)
{
    const auto carl = given_a_provider("Carl");
    EXPECT_EQ(post("/v1/services", {{"title", "abc"}, {"description", "d"}, {"city", "Lyon"}},
                   carl.bearer)
                  .status,
              409);
}

} // namespace

} // namespace tests
