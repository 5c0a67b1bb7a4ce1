#include <thread>

#include "domain/orders/contestation.hpp"
#include "domain/orders/orders.hpp"
#include "domain/storage/failures.hpp"
#include "tests/support/trading.hpp"

namespace tests {

namespace {

using namespace domain::orders;

class Orders : public Trading {
protected:
    Someone eve = given_a_client("Eve");
    Someone sam = given_staff();

    Order stored(const json& order)
    {
        return db.read([&](domain::Transaction& tx) { return find(tx, id_of(order)); });
    }
    template <typename Work>
    auto in_payments(Work&& work)
    {
        return db.transaction(std::forward<Work>(work));
    }
    Answer decide(const json& order, const json& verdict)
    {
        return post("/v1/staff/orders/" + text(order) + "/decision", verdict, sam.bearer);
    }
    std::int64_t announced(const std::string& kind)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::int64_t>("SELECT COUNT(*) FROM events WHERE kind = :kind", kind);
        });
    }
    void make_unpayable()
    {
        db.transaction([&](domain::Transaction& tx) {
            domain::accounts::write_payable_state(tx, ben.id, {"user_m_1", false, true});
        });
    }

    /// A fresh order in the given state, walked there as people would.
    json order_in(State state)
    {
        switch (state) {
        case State::awaiting_payment: return given_an_order();
        case State::funded: return given_a_funded_order();
        case State::started: {
            const auto order = given_a_funded_order();
            expect(200, act(order, "start", ben));
            return order;
        }
        case State::delivered: return given_a_delivered_order();
        case State::validated: return given_a_validated_order();
        case State::contested: return given_a_contested_order();
        case State::partly_refunded: {
            const auto order = given_a_contested_order();
            expect(200, decide(order, {{"decision", "partial_refund"},
                                       {"refund", {{"amount", 4500}, {"currency", "EUR"}}},
                                       {"reason", "Un ourlet sur dix est à refaire."}}));
            return order;
        }
        case State::cancelled: {
            const auto order = given_an_order();
            expect(200, act(order, "cancellation", ana));
            return order;
        }
        case State::released: {
            const auto order = given_a_validated_order();
            in_payments([&](domain::Transaction& tx) { mark_released(tx, id_of(order)); });
            return order;
        }
        case State::refunded: {
            const auto order = given_a_funded_order();
            expect(200, act(order, "cancellation", ana));
            in_payments([&](domain::Transaction& tx) {
                mark_refunded(tx, id_of(order), domain::eur(44500));
            });
            return order;
        }
        case State::expired: {
            const auto order = given_an_order();
            const auto before = now;
            now += std::chrono::days{8};
            in_payments([&](domain::Transaction& tx) { EXPECT_TRUE(expire(tx, id_of(order))); });
            now = before;
            return order;
        }
        }
        return {};
    }
};

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

    for (const auto state : all_states) {
        auto order = order_in(state);
        for (const auto& step : steps) {
            for (const auto& [who, party] : people) {
                const auto before = stored(order);
                const auto answer = act(order, step.path, who, step.body);
                const auto to = party ? next(state, step.action, *party) : std::nullopt;
                const auto what = std::string(name(state)) + " " + step.path;
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

TEST_F(Orders, SendTheMoneyBackWhenCancelledAfterPayment)
{
    const auto order = given_a_funded_order();

    expect(200, act(order, "cancellation", ben));

    EXPECT_EQ(stored(order).refund_due, domain::eur(44500));
    EXPECT_EQ(announced("refund_due"), 1);
    for (int told = 0; told < 2; ++told) {
        in_payments(
            [&](domain::Transaction& tx) { mark_refunded(tx, id_of(order), domain::eur(44500)); });
    }
    EXPECT_EQ(state_of(order), "refunded");
    EXPECT_EQ(announced("order_refunded"), 1);
}

TEST_F(Orders, KeepAPayInThatComesTooLate)
{
    const auto order = given_an_order();
    expect(200, act(order, "cancellation", ana));
    EXPECT_EQ(announced("refund_due"), 0) << "nothing was paid";

    EXPECT_EQ(fund(order), Funding::too_late);
    EXPECT_EQ(fund(order), Funding::too_late) << "told twice";
    EXPECT_EQ(stored(order).refund_due, domain::eur(44500));
    EXPECT_EQ(announced("refund_due"), 1);
}

TEST_F(Orders, TakeOnePayInAndNoOther)
{
    const auto order = given_an_order();
    EXPECT_EQ(fund(order, "mop_1"), Funding::funded);
    EXPECT_EQ(fund(order, "mop_1"), Funding::funded);
    EXPECT_EQ(fund(order, "mop_2"), Funding::not_needed);
    EXPECT_EQ(announced("order_funded"), 1);
}

TEST_F(Orders, LetTheClientGoWhenTheProviderCanNoLongerBePaid)
{
    const auto order = given_a_delivered_order();
    EXPECT_EQ(act(order, "cancellation", ana).status, 409);

    make_unpayable();

    EXPECT_EQ(act(order, "cancellation", ben).status, 409);
    expect(200, act(order, "cancellation", ana));
    EXPECT_EQ(stored(order).refund_due, domain::eur(44500));
}

TEST_F(Orders, CannotBeCancelledOnceTheReleaseIsOnItsWay)
{
    const auto order = given_a_validated_order();
    make_unpayable();
    in_payments([&](domain::Transaction& tx) { plan_release(tx, id_of(order)); });
    EXPECT_EQ(act(order, "cancellation", ana).status, 409);

    in_payments(
        [&](domain::Transaction& tx) { block_release(tx, id_of(order), "identity_not_verified"); });
    EXPECT_EQ(get("/v1/orders/" + text(order), ana.bearer).body["release_waits_for"],
              "identity_not_verified");
    expect(200, act(order, "cancellation", ana));
    in_payments(
        [&](domain::Transaction& tx) { EXPECT_FALSE(plan_release(tx, id_of(order)).has_value()); });
}

TEST_F(Orders, ContestedWaitForStaff)
{
    const auto order = given_a_contested_order();
    EXPECT_EQ(act(order, "validation", ana).status, 409);

    const auto open = get("/v1/staff/contestations", sam.bearer).body["items"];
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0]["contestation"]["reason"], "Trois ourlets se défont.");

    expect(200, decide(order, {{"decision", "release"}, {"reason", "Conforme au devis."}}));

    EXPECT_EQ(state_of(order), "validated");
    EXPECT_EQ(stored(order).validated_by, "staff");
    EXPECT_EQ(announced("release_due"), 1);
    EXPECT_EQ(count("audit_log"), 1);
    EXPECT_TRUE(get("/v1/staff/contestations", sam.bearer).body["items"].empty());
    const auto seen = get("/v1/orders/" + text(order), ben.bearer).body["contestation"];
    EXPECT_EQ(seen["decision_reason"], "Conforme au devis.");
    EXPECT_EQ(decide(order, {{"decision", "full_refund"}, {"reason", "x"}}).status, 409);
}

TEST_F(Orders, CanBeRefundedWholly)
{
    const auto order = given_a_contested_order();
    expect(200, decide(order, {{"decision", "full_refund"}, {"reason", "Rien de conforme."}}));

    EXPECT_EQ(state_of(order), "cancelled");
    EXPECT_EQ(announced("refund_due"), 1);
    EXPECT_EQ(announced("release_due"), 0);
}

TEST_F(Orders, CanBeRefundedPartlyBeforeTheRestIsReleased)
{
    const auto order = order_in(State::partly_refunded);
    in_payments([&](domain::Transaction& tx) {
        EXPECT_FALSE(plan_release(tx, id_of(order)).has_value()) << "the refund comes first";
        mark_refunded(tx, id_of(order), domain::eur(4500));
    });
    EXPECT_EQ(announced("release_due"), 1);

    in_payments([&](domain::Transaction& tx) {
        const auto release = plan_release(tx, id_of(order));
        ASSERT_TRUE(release.has_value());
        EXPECT_EQ(release->gross, domain::eur(40000));
        // 400.00 holds 333.33 net: 33.33 and 6.67 VAT.
        EXPECT_EQ(release->fees, domain::eur(4000));
        mark_released(tx, id_of(order));
    });
    EXPECT_EQ(state_of(order), "released");
}

TEST_F(Orders, RefuseImpossibleVerdicts)
{
    const auto order = given_a_contested_order();
    const auto money = [](std::int64_t amount) {
        return json{{"amount", amount}, {"currency", "EUR"}};
    };
    const std::vector<json> wrong = {
        {{"decision", "partial_refund"}, {"reason", "x"}},
        {{"decision", "partial_refund"}, {"refund", money(44500)}, {"reason", "x"}},
        {{"decision", "release"}, {"refund", money(1)}, {"reason", "x"}},
        {{"decision", "release"}},
        {{"decision", "perhaps"}, {"reason", "x"}}};
    for (const auto& verdict : wrong)
        EXPECT_EQ(decide(order, verdict).status, 422) << verdict;
    EXPECT_EQ(state_of(order), "contested");
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

TEST_F(Orders, HaveOneWinnerWhenValidationMeetsContestation)
{
    const auto order = given_a_delivered_order();
    std::vector<int> statuses(8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < statuses.size(); ++i) {
            threads.emplace_back([&, i] {
                statuses[i] = i % 2 == 0
                                  ? act(order, "validation", ana).status
                                  : act(order, "contestation", ana, {{"reason", "x"}}).status;
            });
        }
    }
    EXPECT_EQ(std::ranges::count(statuses, 200), 1);
    EXPECT_EQ(std::ranges::count(statuses, 409), 7);
}

} // namespace

} // namespace tests
