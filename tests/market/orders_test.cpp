#include "domain/storage/failures.hpp"
#include "tests/market/ordering.hpp"

namespace tests {

namespace {

using namespace domain::orders;

TEST_F(Orders, GoFromAcceptanceToRelease)
{
    const auto order = given_a_validated_order();
    EXPECT_EQ(announced("release_due"), 1);

    in_payments([&](domain::Transaction& tx) {
        const auto release = plan_release(tx, id_of(order));
        ASSERT_TRUE(release.has_value());
        EXPECT_EQ(release->gross, domain::eur(44500));
        EXPECT_EQ(release->fees, domain::eur(4450)); // 37.08 + 7.42 VAT
        mark_released(tx, id_of(order));
        mark_released(tx, id_of(order)); // told twice, done once
    });

    const auto seen = get("/v1/orders/" + text(order), ben.bearer).body;
    EXPECT_EQ(seen["state"], "released");
    EXPECT_EQ(seen["commission"]["amount"], 4450);
    std::vector<std::string> actions;
    for (const auto& event : seen["history"])
        actions.push_back(event["action"]);
    EXPECT_EQ(actions, (std::vector<std::string>{"accept", "fund", "start", "deliver", "validate",
                                                 "release"}));
    EXPECT_EQ(announced("order_released"), 1);
}

/// Every state × route × party: what the table grants is done, everything else is refused
/// with 409 for parties and 404 for strangers, and changes nothing.
TEST_F(Orders, GrantEachStepToWhomTheTableGrantsIt)
{
    struct Step {
        const char* path;
        Action action;
        json body;
    };
    const std::vector<Step> steps = {{"start", Action::start, json::object()},
                                     {"delivery", Action::deliver, json::object()},
                                     {"validation", Action::validate, json::object()},
                                     {"cancellation", Action::cancel, json::object()},
                                     {"contestation", Action::contest, {{"reason", "Non"}}}};
    const std::vector<std::pair<Someone, std::optional<Party>>> people = {
        {ana, Party::client}, {ben, Party::provider}, {eve, std::nullopt}};
    // A member of both roles reaches every route; ana and ben are let in by theirs only.
    const auto reaches = [](Party party, Action action) {
        const bool for_clients = action == Action::validate || action == Action::contest;
        const bool for_providers = action == Action::start || action == Action::deliver;
        return party == Party::client ? !for_providers : !for_clients;
    };

    for (const auto& [state, word] : lifecycle.states) {
        auto order = order_in(state);
        for (const auto& step : steps) {
            for (const auto& [who, party] : people) {
                const auto before = stored(order);
                const auto answer = act(order, step.path, who, step.body);
                const auto to = party ? lifecycle.next(state, step.action, *party) : std::nullopt;
                const auto what = std::string(word) + " " + step.path;
                if (to) {
                    EXPECT_EQ(answer.status, 200) << what << answer.bytes;
                    EXPECT_EQ(stored(order).state, *to) << what;
                    order = order_in(state);
                } else {
                    const bool is_let_in = party && reaches(*party, step.action);
                    EXPECT_EQ(answer.status, is_let_in ? 409 : 404) << what;
                    EXPECT_EQ(stored(order).version, before.version) << what;
                }
            }
        }
    }
}

TEST_F(Orders, AreNobodyElsesBusiness)
{
    const auto order = given_an_order();
    const auto nowhere = get("/v1/orders/ord_" + std::string(26, '0'), eve.bearer);

    const auto seen = get("/v1/orders/" + text(order), eve.bearer);
    EXPECT_EQ(seen.status, 404);
    EXPECT_EQ(said(seen), said(nowhere));
    EXPECT_TRUE(get("/v1/orders", eve.bearer).body["items"].empty());
    EXPECT_EQ(get("/v1/orders/" + text(order)).status, 401);
    EXPECT_EQ(get("/v1/orders/" + text(order), sam.bearer).status, 404) << "staff is no party";
    EXPECT_EQ(post("/v1/staff/orders/" + text(order) + "/decision", {}, ana.bearer).status, 404);
    EXPECT_EQ(get("/v1/staff/contestations", ben.bearer).status, 404);
}

TEST_F(Orders, AreListedForBothSidesNewestFirst)
{
    std::vector<std::string> made;
    for (int i = 0; i < 3; ++i) {
        now += std::chrono::minutes{1};
        made.push_back(text(given_an_order()));
    }
    for (const auto& party : {ana, ben}) {
        const auto first = get("/v1/orders?limit=2", party.bearer).body;
        ASSERT_EQ(first["items"].size(), 2u);
        EXPECT_EQ(first["items"][0]["id"], made[2]);
        const auto cursor = first["next"].get<std::string>();
        const auto second = get("/v1/orders?limit=2&cursor=" + cursor, party.bearer).body;
        ASSERT_EQ(second["items"].size(), 1u);
        EXPECT_EQ(second["items"][0]["id"], made[0]);
        EXPECT_TRUE(second["next"].is_null());
    }
}

TEST_F(Orders, WriteHistoryAndEvidenceOnce)
{
    given_an_order();
    for (const auto* sql :
         {"UPDATE order_events SET action = 'x'", "DELETE FROM order_events",
          "UPDATE order_evidence SET content = ''", "DELETE FROM order_evidence"}) {
        EXPECT_THROW(db.transaction([&](domain::Transaction& tx) { tx.run(sql); }),
                     domain::storage::ConstraintViolated)
            << sql;
    }
}

TEST_F(Orders, KeepPeoplesWordsSealed)
{
    given_a_contested_order();
    const auto stored = db.read([](domain::Transaction& tx) {
        return tx.one<std::string>("SELECT reason FROM order_contestations") +
               tx.one<std::string>("SELECT content FROM order_evidence");
    });
    EXPECT_EQ(stored.find("ourlets"), std::string::npos);
    EXPECT_EQ(stored.find("Martin"), std::string::npos);
}

} // namespace

} // namespace tests
