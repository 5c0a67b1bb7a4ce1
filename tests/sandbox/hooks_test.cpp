#include "domain/core/instant.hpp"
#include "tests/sandbox/at_mangopay.hpp"
#include "tests/sandbox/hook_receiver.hpp"

namespace tests {

namespace {

/// A platform that listens to pay-ins which begin. With the clock still, nothing is retried
/// before a test says so.
class Hook : public AtMangopay {
protected:
    static constexpr auto still = "@2026-11-22T09:00:00Z";
    static constexpr auto event_type = "PAYIN_NORMAL_CREATED";

    HookReceiver receiver;
    const std::string ana = given_payer();
    const std::string wallet = given_wallet(ana);
    std::string hook;

    void SetUp() override
    {
        stand_in.set_clock(still);
        token = fresh_token();
        hook = id_of(post("/hooks", {{"EventType", event_type}, {"Url", receiver.url()}}));
    }

    std::string begun()
    {
        return good(post("/payins/card/web", payin_fields(ana, wallet, 100))).at("Id");
    }
    void plan(const std::string& kind, int count = 1)
    {
        stand_in.control("POST", "/faults", {{"kind", kind}, {"count", count}, {"match", "PAYIN"}});
    }
    /// Puts the still clock that much ahead of where it began.
    void at(std::chrono::minutes later)
    {
        const auto start = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} +
                           std::chrono::hours{9} + std::chrono::microseconds{0};
        stand_in.set_clock("@" + domain::to_text(start + later));
    }
    json deliveries() { return stand_in.control("GET", "/deliveries").json(); }

    /// Waits until nothing is owed, or as many attempts were made as said.
    bool attempted(int attempts)
    {
        for (int i = 0; i < 500; ++i) {
            const auto owed = deliveries();
            if (!owed.empty() && owed.at(0).at("attempts") == attempts) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
        return false;
    }
    bool nothing_owed()
    {
        for (int i = 0; i < 500 && !deliveries().empty(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
        return deliveries().empty();
    }
};

} // namespace

TEST_F(Hook, IsCalledWithTheThreeParameters)
{
    const auto payin = begun();
    const auto calls = receiver.wait_for(1);
    ASSERT_EQ(1U, calls.size());
    EXPECT_EQ("GET /hook?EventType=PAYIN_NORMAL_CREATED&RessourceId=" + payin + "&Date=1795338000",
              calls.at(0));
    EXPECT_TRUE(nothing_owed());

    put("/hooks/" + hook, {{"Url", receiver.url() + "?secret=1"}});
    begun();
    EXPECT_TRUE(receiver.wait_for(2).at(1).starts_with("GET /hook?secret=1&EventType="));
}

TEST_F(Hook, ThereIsOnePerEventType)
{
    const auto again = post("/hooks", {{"EventType", event_type}, {"Url", "http://elsewhere.fr"}});
    EXPECT_EQ(400, again.status);
    EXPECT_EQ("A hook has already been registered for this EventType",
              again.json().at("errors").at("EventType"));
    EXPECT_EQ(1U, good(get("/hooks")).size());
    EXPECT_EQ(400, post("/hooks", {{"EventType", "X"}, {"Url", "ftp://x"}}).status);

    EXPECT_EQ("DISABLED", good(put("/hooks/" + hook, {{"Status", "DISABLED"}})).at("Status"));
    begun();
    EXPECT_TRUE(deliveries().empty());
}

TEST_F(Hook, IsRepeatedSuppressedAndReorderedWhenAsked)
{
    plan("hook_suppress");
    begun();
    EXPECT_TRUE(deliveries().empty());

    plan("hook_duplicate");
    const auto twice = begun();
    const auto calls = receiver.wait_for(2);
    ASSERT_EQ(2U, calls.size());
    EXPECT_EQ(calls.at(0), calls.at(1));

    plan("hook_reorder", 3);
    const std::vector<std::string> ids = {begun(), begun(), begun()};
    const auto all = receiver.wait_for(5);
    ASSERT_EQ(5U, all.size());
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NE(std::string::npos, all.at(2 + i).find(ids.at(2 - i))) << all.at(2 + i);
    }
}

TEST_F(Hook, IsTriedAgainEveryTenMinutesForAnHourAndEveryEightHoursForThreeDays)
{
    using std::chrono::minutes;
    receiver.answer(500);
    begun();
    ASSERT_TRUE(attempted(1));
    minutes later{0};
    for (int attempt = 2; attempt <= 16; ++attempt) {
        const minutes pause = attempt <= 7 ? minutes{10} : minutes{480};
        at(later + pause - minutes{1});
        ASSERT_TRUE(attempted(attempt - 1));
        at(later += pause);
        if (attempt < 16) {
            ASSERT_TRUE(attempted(attempt)) << attempt;
        }
    }
    EXPECT_TRUE(nothing_owed()); // given up
    EXPECT_EQ(16U, receiver.targets().size());
}

TEST_F(Hook, AnAnswerAfterTwoSecondsIsNone)
{
    receiver.wait_before_answering(std::chrono::milliseconds{2'300});
    begun();
    ASSERT_TRUE(attempted(1));
    receiver.wait_before_answering(std::chrono::milliseconds{0});
    at(std::chrono::minutes{10});
    EXPECT_TRUE(nothing_owed());
    EXPECT_EQ(2U, receiver.targets().size());
}

TEST_F(Hook, ASuccessForgivesAndAHundredFailuresInARowEndIt)
{
    receiver.answer(404);
    for (int i = 0; i < 99; ++i)
        begun();
    EXPECT_EQ(99U, receiver.wait_for(99).size());
    EXPECT_EQ("VALID", good(get("/hooks/" + hook)).at("Validity"));

    receiver.answer(200);
    at(std::chrono::minutes{10});
    EXPECT_TRUE(nothing_owed());
    receiver.answer(404);
    for (int i = 0; i < 100; ++i)
        begun();
    EXPECT_TRUE(nothing_owed()); // what was owed is lost
    EXPECT_EQ("INVALID", good(get("/hooks/" + hook)).at("Validity"));
    begun();
    EXPECT_TRUE(deliveries().empty());

    receiver.answer(200);
    EXPECT_EQ("VALID", good(put("/hooks/" + hook, {{"Validity", "VALID"}})).at("Validity"));
    const auto heard = receiver.targets().size();
    const auto payin = begun();
    EXPECT_NE(std::string::npos, receiver.wait_for(heard + 1).back().find(payin));
    EXPECT_EQ("201",
              get(std::string("/events?EventType=") + event_type).header("x-number-of-items"));
}

TEST_F(AtMangopay, EventsAreListedForFortyFiveDays)
{
    const auto ana = given_payer();
    post("/payins/card/web", payin_fields(ana, given_wallet(ana), 100));
    const auto events = good(get("/events"));
    ASSERT_EQ(1U, events.size());
    EXPECT_EQ("PAYIN_NORMAL_CREATED", events.at(0).at("EventType"));
    EXPECT_TRUE(events.at(0).contains("ResourceId"));
    const auto date = events.at(0).at("Date").get<std::int64_t>();
    EXPECT_EQ(0U, good(get("/events?AfterDate=" + std::to_string(date + 60))).size());
    EXPECT_EQ(1U, good(get("/events?BeforeDate=" + std::to_string(date + 60))).size());

    stand_in.travel(std::chrono::days{46});
    token = fresh_token();
    const auto refused = get("/events?AfterDate=" + std::to_string(date));
    EXPECT_EQ(400, refused.status);
    EXPECT_EQ("Events older than 45 days can not be searched",
              refused.json().at("errors").at("AfterDate"));
    EXPECT_EQ(0U, good(get("/events?EventType=PAYIN_NORMAL_CREATED")).size());
}

} // namespace tests
