#include <gmock/gmock.h>

#include <thread>

#include "payments/flows/releases.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"
#include "tests/payments/paying.hpp"

namespace {

using namespace tests;
using payments::Kind;
using payments::Role;
using payments::operations::State;

/// What goes wrong on the way to Mangopay and back, one call at a time.
struct Trouble {
    const char* kind;
    int count;
};

class Faults : public Paying, public ::testing::WithParamInterface<Trouble> {
protected:
    Someone ana = given_a_client();
    Someone ben = given_a_verified_provider();

    std::int64_t transactions_of(const std::string& type)
    {
        std::int64_t count = 0;
        const auto counted = stand_in.state().at("transactions");
        for (const auto& [key, number] : counted.items()) {
            if (key.starts_with(type)) count += number.get<std::int64_t>();
        }
        return count;
    }

    /// Validated, released and paid out: one pay-in, one transfer, one payout, whatever happened.
    void expect_released_once(const std::string& order)
    {
        validate(order);
        heal();
        stand_in.control("POST", "/payouts/advance");
        heal();

        EXPECT_EQ(state_of(order), "released");
        EXPECT_EQ(transactions_of("PAYIN REGULAR"), 1);
        EXPECT_EQ(transactions_of("TRANSFER REGULAR"), 1);
        EXPECT_EQ(transactions_of("PAYOUT REGULAR"), 1);
    }
};

TEST_P(Faults, EndInOneEffectOnEveryLegOfTheWay)
{
    const auto [kind, count] = GetParam();
    for (const auto* route : {"POST /payins/card/web", "POST /transfers", "POST /payouts/bankwire",
                              "POST /wallets", "POST /sca/users/natural"}) {
        fault(kind, route, count);
    }
    const auto order = given_an_order(ana, ben);
    EXPECT_THAT(pay(order, ana).status, ::testing::AnyOf(201, 202));
    heal(5); // the page to pay on lives fifteen minutes
    decide_card(order);
    heal();
    EXPECT_EQ(state_of(order), "funded");
    expect_released_once(order);
    EXPECT_EQ(stand_in.state().at("out").get<std::int64_t>(), gross - commission);
}

INSTANTIATE_TEST_SUITE_P(
    OnTheWire, Faults,
    ::testing::Values(Trouble{"drop", 1}, Trouble{"drop", 3}, Trouble{"server_error", 2},
                      Trouble{"server_error_after", 1}, Trouble{"rate_limited", 2},
                      Trouble{"unauthorized", 1}, Trouble{"unauthorized", 3}),
    [](const auto& named) {
        return std::string(named.param.kind) + "_" + std::to_string(named.param.count);
    });

/// A gateway whose process dies before or after Mangopay acted: whoever called never hears.
class Dying : public payments::Gateway {
public:
    struct Death : std::exception {};

    explicit Dying(payments::Gateway& behind) : behind_(behind) {}

    int dies_before = 0, dies_after = 0; // how many more times

    payments::Outcome send(const payments::Command& command, const std::string& key) override
    {
        if (dies_before-- > 0) throw Death();
        auto outcome = behind_.send(command, key);
        if (dies_after-- > 0) throw Death();
        return outcome;
    }
    std::optional<payments::Outcome> kept(Kind kind, const std::string& key) override
    {
        return behind_.kept(kind, key);
    }
    payments::Outcome read(Kind kind, const payments::ResourceId& id) override
    {
        return behind_.read(kind, id);
    }
    std::optional<payments::Outcome> find(const payments::Command& command) override
    {
        return behind_.find(command);
    }
    std::optional<payments::UserState> user(const payments::UserId& id) override
    {
        return behind_.user(id);
    }
    payments::Blocking blocking(const payments::UserId& id) override
    {
        return behind_.blocking(id);
    }
    std::optional<payments::VerificationState>
    verification(const payments::VerificationId& id) override
    {
        return behind_.verification(id);
    }
    std::optional<payments::RecipientState> recipient(const payments::RecipientId& id) override
    {
        return behind_.recipient(id);
    }
    std::optional<payments::WalletBalance> balance(const payments::WalletId& id) override
    {
        return behind_.balance(id);
    }
    payments::Outcome update_user(const payments::UserId& id, const payments::NewUser& now) override
    {
        return behind_.update_user(id, now);
    }
    void close_user(const payments::UserId& id) override { behind_.close_user(id); }
    std::string enrolment_link(const payments::UserId& id) override
    {
        return behind_.enrolment_link(id);
    }
    std::vector<payments::HookState> hooks() override { return behind_.hooks(); }
    void create_hook(const std::string& type, const std::string& url) override
    {
        behind_.create_hook(type, url);
    }
    void repair_hook(const payments::HookId& id, const std::string& url) override
    {
        behind_.repair_hook(id, url);
    }
    std::vector<payments::HookEvent> events(const std::string& type, domain::Instant after) override
    {
        return behind_.events(type, after);
    }

private:
    payments::Gateway& behind_;
};

class Crashes : public Faults {};

TEST_F(Crashes, BetweenOurWritesLeaveNothingTwiceAndNothingLost)
{
    Dying dying(mangopay);
    use_gateway(dying);
    const auto order = given_an_order(ana, ben);
    for (auto* deaths : {&dying.dies_before, &dying.dies_after}) {
        *deaths = 1;
        pay(order, ana);
        heal(3); // the page to pay on lives fifteen minutes
    }
    decide_card(order);
    EXPECT_EQ(state_of(order), "funded");

    // Once on the way to Mangopay, and once, at the next attempt, on the way back.
    dying.dies_before = dying.dies_after = 1;
    expect_released_once(order);
    use_gateway(mangopay);
}

TEST_F(Crashes, OfWhoeverAskedForAPageDelayItBySeconds)
{
    Dying dying(mangopay);
    use_gateway(dying);
    const auto order = given_an_order(ana, ben);
    db.transaction([&](domain::Transaction& tx) {
        payments::payment_accounts::open(tx, ana.id, Role::payer);
    });
    run_jobs(); // her account is open: the pay-in's own call dies
    dying.dies_before = 1;
    pay(order, ana);
    EXPECT_EQ(operations_of(order, Kind::pay_in).at(0).state, State::sending);

    travel(std::chrono::seconds{11});
    run_jobs();
    EXPECT_EQ(operations_of(order, Kind::pay_in).at(0).state, State::created);
    use_gateway(mangopay);
}

TEST_F(Crashes, OfAHookEventAreMadeGoodByPolling)
{
    const auto order = given_an_order(ana, ben);
    pay(order, ana);
    fault("hook_suppress", "PAYIN_NORMAL", 3);
    stand_in.control("POST", "/payins/" + pay_in_of(order), {{"outcome", "accept"}});
    heal();
    EXPECT_EQ(state_of(order), "funded");
}

TEST_F(Crashes, HooksThatComeTwiceOrInReverseBookOnce)
{
    const auto order = given_an_order(ana, ben);
    fault("hook_duplicate", "PAYIN_NORMAL", 3);
    fault("hook_reorder", "PAYIN_NORMAL", 2);
    pay(order, ana);
    decide_card(order);
    heal();
    EXPECT_EQ(state_of(order), "funded");
    EXPECT_EQ(balance(account_of(ana, Role::payer)->wallet_id.text() + ":held:" + order), gross);
}

TEST_F(Crashes, AHookMayOvertakeTheAnswerToOurOwnCall)
{
    fault("server_error_after", "POST /payins/card/web");
    fault("server_error", "GET /responses", 1'000);
    const auto order = given_an_order(ana, ben);
    EXPECT_EQ(pay(order, ana).status, 202);
    settle_down(); // the hook names a pay-in whose id we never heard
    EXPECT_EQ(get("/v1/orders/" + order + "/payment", ana.bearer).body.at("state"),
              "awaiting_card");
}

TEST_F(Crashes, WhatNobodyCouldFindOutForADayIsLeftToPeopleAndTakenUpAgain)
{
    fault("server_error_after", "POST /payins/card/web");
    fault("server_error", "GET /responses", 1'000);
    fault("server_error", "GET /events", 1'000);
    fault("hook_suppress", "PAYIN_NORMAL", 1'000);
    const auto order = given_an_order(ana, ben);
    pay(order, ana);
    fault("server_error", "GET /users/:id/transactions", 1'000);
    travel(std::chrono::hours{25});
    run_jobs();
    travel(std::chrono::hours{1});
    run_jobs();
    EXPECT_EQ(operations_of(order, Kind::pay_in).at(0).state, State::manual_review);

    stand_in.control("DELETE", "/faults");
    travel(std::chrono::hours{1});
    settle_down();
    // Found by its tag, and by now given up by Mangopay's page: paid again, once.
    EXPECT_EQ(operations_of(order, Kind::pay_in).at(0).state, State::failed);
    EXPECT_EQ(pay(order, ana).status, 201);
    decide_card(order);
    EXPECT_EQ(state_of(order), "funded");
}

TEST_F(Crashes, EightWorkersOnOneOperationHaveOneEffect)
{
    const auto order = given_an_order(ana, ben);
    pay(order, ana);
    decide_card(order);
    const auto transfer = db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE orders SET state = 'validated', validated_by = 'client' WHERE id = :id",
               order);
        return payments::flows::releases::plan(tx, *domain::OrderId::parse(order),
                                               {platform, policy});
    });
    ASSERT_TRUE(transfer);
    std::vector<std::thread> workers;
    for (int i = 0; i < 8; ++i) {
        workers.emplace_back([&] { payments::flows::advance(payments_context, transfer->id); });
    }
    for (auto& worker : workers)
        worker.join();

    EXPECT_EQ(state_of(order), "released");
    EXPECT_EQ(transactions_of("TRANSFER REGULAR"), 1);
    EXPECT_EQ(balance(account_of(ben, Role::owner)->wallet_id.text() + ":free"),
              gross - commission);
    EXPECT_EQ(count("ledger_resolutions"), 1);
}

} // namespace
