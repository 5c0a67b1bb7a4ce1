// Where mails lead: everything between two members has a page for its sides and for nobody else.

#include "domain/orders/lifecycle.hpp"
#include "domain/quotes/lifecycle.hpp"
#include "domain/requests/lifecycle.hpp"
#include "domain/reviews/lifecycle.hpp"
#include "tests/authorization/world.hpp"
#include "tests/site/account_forms.hpp"

namespace tests {

namespace {

const std::vector<std::string> pages = {"/requests/{request}", "/quotes/{quote}",
                                        "/orders/{order}",     "/conversations/{conversation}",
                                        "/reviews/{review}",   "/invoices/{invoice}"};
const std::vector<std::string> lists = {"/requests",      "/quotes",  "/orders",
                                        "/conversations", "/reviews", "/invoices"};

class DealingPages : public WithForms<World> {
protected:
    std::string path_of(const std::string& page) { return filled(page, things); }
};

TEST_F(DealingPages, AreThereForBothSidesInBothLanguages)
{
    for (const auto& page : pages) {
        const auto path = path_of(page);
        for (const auto& side : {ana, ben}) {
            EXPECT_EQ(get(path, side.bearer).status, 200) << path;
            EXPECT_EQ(get("/en" + path, side.bearer).status, 200) << path;
        }
    }
    for (const auto& path : lists) {
        EXPECT_EQ(get(path, ana.bearer).status, 200) << path;
        EXPECT_EQ(get(path, bearer_of("eve")).status, 200) << path << ", empty";
    }
}

TEST_F(DealingPages, AreNotThereForStrangers)
{
    for (const auto& page : pages) {
        const auto path = path_of(page);
        EXPECT_EQ(get(path, bearer_of("eve")).status, 404) << path;
        EXPECT_EQ(get(path, bearer_of("carl")).status, 404) << path;
        EXPECT_EQ(get(filled(page, nothings()), ana.bearer).status, 404) << path;
        EXPECT_EQ(get(path.substr(0, path.rfind('/')) + "/nothing", ana.bearer).status, 404);
    }
}

TEST_F(DealingPages, AskWhoIsThereFirstAndLeadBack)
{
    for (const auto& page : pages) {
        const auto answer = get(path_of(page));
        EXPECT_EQ(leads_to(answer).find("/sign-in?next="), 0U) << page;
    }
}

TEST_F(DealingPages, AreListedWithTheWayToEach)
{
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto list = get(lists[i], ana.bearer);
        EXPECT_TRUE(says(list, path_of(pages[i]))) << lists[i];
    }
    EXPECT_TRUE(says(get("/reviews", ben.bearer), path_of("/reviews/{review}"))) << "received";
    EXPECT_TRUE(says(get("/requests", ben.bearer), path_of("/requests/{request}"))) << "asked";
}

TEST_F(DealingPages, TakeWhoeverComesBackFromPaying) // site.md F1
{
    const auto unpaid = "/orders/" + things["unpaid"];
    const auto waiting = get(unpaid + "?transactionId=wt_123", ana.bearer);
    EXPECT_EQ(waiting.status, 200);
    EXPECT_TRUE(says(waiting, "role=\"status\"")) << "Mangopay's word is waited for";
    EXPECT_FALSE(says(get(unpaid, ana.bearer), "role=\"status\""));
    EXPECT_FALSE(says(get(path_of("/orders/{order}") + "?transactionId=wt_123", ana.bearer),
                      "role=\"status\""))
        << "nothing to wait for";
}

TEST_F(DealingPages, ShowNothingThatOthersWroteAsMarkup)
{
    auto order = given_a_validated_order();
    const auto review = expect(
        201, act(order, "review", ana,
                 {{"rating", 1}, {"text", "<script>alert(1)</script> \"'><img src=x onerror=y>"}}));
    for (const auto& side : {ana, ben}) {
        const auto page = get("/reviews/" + text(review), side.bearer);
        EXPECT_EQ(page.status, 200);
        EXPECT_FALSE(says(page, "<script>alert"));
        EXPECT_FALSE(says(page, "<img src=x"));
    }
}

/// A state without its sentence would be found by whoever is in it.
TEST(DealingWords, KnowEveryState)
{
    const auto words = json::parse(slurp(SOURCE_DIR "/ops/texts/site/account_dealing.json"));
    const auto expect_all = [&](const std::string& kind, const auto& states) {
        for (const auto& state : states) {
            EXPECT_TRUE(words.contains(kind + "_" + std::string(state.word)))
                << kind << " " << state.word;
        }
    };
    expect_all("request", domain::requests::state_words);
    expect_all("quote", domain::quotes::state_words);
    expect_all("order", domain::orders::state_words);
    expect_all("review", domain::reviews::state_words);
}

TEST(DealingWords, KnowEverythingThatIsKept)
{
    const auto policy = domain::policy::Policy::parse(embedded("ops/policies/retouche/policy.json"),
                                                      embedded("ops/policies/floors.json"));
    const auto words = json::parse(slurp(SOURCE_DIR "/ops/texts/site/account_kept.json"));
    for (const auto& rule : policy.retention().rules()) {
        if (rule.declared) continue;
        EXPECT_TRUE(words.contains("rule_" + rule.id)) << rule.id;
        EXPECT_TRUE(words.contains("start_" + std::string(name(rule.starts)))) << rule.id;
        EXPECT_TRUE(words.contains("then_" + std::string(name(rule.action)))) << rule.id;
    }
}

} // namespace

} // namespace tests
