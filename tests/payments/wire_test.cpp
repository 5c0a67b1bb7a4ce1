#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "payments/gateway/result_codes.hpp"
#include "payments/mangopay/answers.hpp"
#include "payments/mangopay/client.hpp"
#include "tests/support/marketplace.hpp"

namespace {

using namespace payments;
using namespace payments::mangopay;
using namespace tests;

/// Answers a script instead of a network; counts what reaches it.
struct Script {
    std::atomic<int> tokens = 0, calls = 0;
    std::string last_key;
    std::function<payments::mangopay::HttpAnswer(const payments::mangopay::HttpRequest&, int call)>
        answer;

    payments::mangopay::Http http()
    {
        return [this](const payments::mangopay::HttpRequest& request) -> HttpAnswer {
            if (request.url.ends_with("/oauth/token")) {
                const int number = ++tokens;
                std::this_thread::sleep_for(std::chrono::milliseconds{20});
                return {200,
                        R"({"access_token":"t)" + std::to_string(number) +
                            R"(","token_type":"bearer","expires_in":1199})",
                        {}};
            }
            for (const auto& [name, value] : request.headers) {
                if (name == "Idempotency-Key") last_key = value;
            }
            return answer(request, ++calls);
        };
    }
    mangopay::Client client()
    {
        return {{{"http://127.0.0.1:1", "acme", "key"}, true}, http(), [] {
                    return domain::instant_of(1'000'000'000'000'000);
                }};
    }
};

const Command transfer = Transfer{UserId("user"),   WalletId("from"), WalletId("to"),
                                  domain::eur(100), domain::eur(12),  "mop"};
constexpr auto key = "0b5e0b5e-0000-4000-8000-000000000000";
const payments::mangopay::HttpAnswer done{
    200, R"({"Id":"xfer_m_1","Status":"SUCCEEDED","Tag":"mop"})", {}};

TEST(Wire, FetchesOneTokenForAllThreads)
{
    Script script;
    script.answer = [](const payments::mangopay::HttpRequest&, int) { return done; };
    auto client = script.client();
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { client.read(Kind::transfer, ResourceId("xfer_m_1")); });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(script.tokens, 1);
    EXPECT_EQ(script.calls, 8);
}

TEST(Wire, RepeatsOnceWithAnotherTokenWhatWasRefusedWithAValidOne)
{
    Script script;
    script.answer = [](const payments::mangopay::HttpRequest&, int call) {
        return call == 1
                   ? payments::mangopay::HttpAnswer{401, R"({"Type":"invalid_credentials"})", {}}
                   : done;
    };
    auto client = script.client();
    EXPECT_TRUE(std::holds_alternative<Succeeded>(client.send(transfer, key)));
    EXPECT_EQ(script.tokens, 2);
    EXPECT_EQ(script.last_key, key);

    script.answer = [](const payments::mangopay::HttpRequest&, int) {
        return payments::mangopay::HttpAnswer{401, R"({"Type":"invalid_credentials"})", {}};
    };
    script.calls = 0;
    EXPECT_TRUE(std::holds_alternative<Unreachable>(client.send(transfer, key)));
    EXPECT_EQ(script.calls, 2);
}

TEST(Wire, TakesTheQuestionForStrongAuthenticationAsAnAnswer)
{
    Script script;
    script.answer = [](const payments::mangopay::HttpRequest&, int) {
        return payments::mangopay::HttpAnswer{
            401, "", {{"www-authenticate", "PendingUserAction RedirectUrl=https://x"}}};
    };
    auto client = script.client();
    const auto balance = client.balance(WalletId("wlt_m_1"));
    ASSERT_TRUE(balance);
    EXPECT_TRUE(std::holds_alternative<Gated>(*balance));
    EXPECT_EQ(script.calls, 1);
}

TEST(Wire, AsksForTheKeptAnswerWhenTheKeyWasUsedBefore)
{
    Script script;
    script.answer = [](const payments::mangopay::HttpRequest& request, int) -> HttpAnswer {
        if (request.method == "POST")
            return {409, R"({"Type":"idempotent_creation_conflict"})", {}};
        EXPECT_TRUE(request.url.ends_with(std::string("/responses/") + key));
        return {200,
                R"({"StatusCode":"200","Resource":{"Id":"xfer_m_1","Status":"FAILED",)"
                R"("ResultCode":"001001"}})",
                {}};
    };
    auto client = script.client();
    const auto outcome = client.send(transfer, key);
    ASSERT_TRUE(std::holds_alternative<Declined>(outcome));
    EXPECT_EQ(std::get<Declined>(outcome).resource.result_code, "001001");
}

TEST(Wire, NeverTakesWhatItCannotReadForAnAnswer)
{
    struct Row {
        int status;
        const char* body;
        bool refused;
    };
    for (const auto& row : {Row{0, "", false}, Row{500, "<html>Oops</html>", false},
                            Row{503, "", false}, Row{429, R"({"Type":"rate_limit"})", false},
                            Row{200, "<html>", false}, Row{200, R"({"Status":"SUCCEEDED"})", false},
                            Row{200, R"({"Id":"x","Status":"BRAND_NEW"})", false},
                            Row{302, "", false}, Row{400, "<html>", true}, Row{400, "", true},
                            Row{400, R"({"Type":"param_error","errors":{"Email":"no"}})", true},
                            Row{403, R"({"title":"Forbidden","type":"about:blank"})", true}}) {
        const auto outcome = mangopay::outcome_of(Kind::transfer, {row.status, row.body, {}});
        EXPECT_EQ(std::holds_alternative<Rejected>(outcome), row.refused) << row.body;
        EXPECT_EQ(std::holds_alternative<Unreachable>(outcome), !row.refused) << row.body;
    }
    const auto rejected = mangopay::refusal_of(422, R"({"Errors":{"IBAN":"INVALID_FORMAT"}})");
    ASSERT_EQ(rejected.fields.size(), 1U);
    EXPECT_EQ(rejected.fields[0].first, "IBAN");
}

TEST(Wire, CountsTheTightestOfTheRepeatedRateLimits)
{
    mangopay::Budget budget;
    EXPECT_TRUE(budget.allows_background_work());
    budget.note({{"x-ratelimit-remaining", "2000"}, {"x-ratelimit-remaining", "150"}});
    EXPECT_EQ(budget.remaining(), 150);
    EXPECT_FALSE(budget.allows_background_work());
    budget.note({{"x-ratelimit-remaining", "2000, 900, 8000"}});
    EXPECT_EQ(budget.remaining(), 900);
}

TEST(ResultCodes, TakeTheLongestPrefixAndSpeakBothLanguages)
{
    EXPECT_EQ(explain("101105").text.en, "The card has expired.");
    EXPECT_EQ(explain("101304").again, Again::now);
    EXPECT_EQ(explain("121006").again, Again::fixed);
    EXPECT_EQ(explain("121999").again, Again::later);
    EXPECT_EQ(explain("424242").again, Again::later);
    EXPECT_FALSE(explain("424242").text.fr.empty());
}

} // namespace
