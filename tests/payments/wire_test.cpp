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
using namespace std::chrono_literals;

/// Answers a script instead of a network; counts what reaches it.
struct Script {
    std::atomic<int> tokens = 0, calls = 0;
    std::string last_key;
    std::vector<std::string> urls;
    std::function<HttpAnswer(int number)> token = [](int number) {
        return HttpAnswer{200,
                          R"({"access_token":"t)" + std::to_string(number) +
                              R"(","token_type":"bearer","expires_in":1199})",
                          {}};
    };
    domain::Instant now = domain::instant_of(1'000'000'000'000'000);
    std::function<HttpAnswer(const HttpRequest&, int call)> answer;

    mangopay::Http http()
    {
        return [this](const HttpRequest& request) -> HttpAnswer {
            if (request.url.ends_with("/oauth/token")) {
                const int number = ++tokens;
                std::this_thread::sleep_for(std::chrono::milliseconds{20});
                return token(number);
            }
            for (const auto& [name, value] : request.headers) {
                if (name == "Idempotency-Key") last_key = value;
            }
            return answer(request, ++calls);
        };
    }
    mangopay::Client client()
    {
        return {{{"http://127.0.0.1:1", "acme", "key"}, true}, http(), [this] { return now; }};
    }

    /// Answers with these pages of a listing, then with empty ones.
    void list(std::vector<json> pages)
    {
        answer = [this, pages = std::move(pages)](const HttpRequest& request, int call) {
            urls.push_back(request.url);
            const auto at = static_cast<std::size_t>(call) - 1;
            return HttpAnswer{200, at < pages.size() ? pages[at].dump() : "[]", {}};
        };
    }
};

const Command transfer = Transfer{UserId("user"),   WalletId("from"), WalletId("to"),
                                  domain::eur(100), domain::eur(12),  "mop"};
constexpr auto key = "0b5e0b5e-0000-4000-8000-000000000000";
const HttpAnswer done{200, R"({"Id":"xfer_m_1","Status":"SUCCEEDED","Tag":"mop"})", {}};

TEST(Wire, FetchesOneTokenForAllThreads)
{
    Script script;
    script.answer = [](const HttpRequest&, int) { return done; };
    auto client = script.client();
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { client.read(Kind::transfer, ResourceId("xfer_m_1")); });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(script.tokens, 1);
    EXPECT_EQ(script.calls, 8);
}

TEST(Wire, RenewsATokenAMinuteBeforeItsEnd)
{
    Script script;
    script.answer = [](const HttpRequest&, int) { return done; };
    auto client = script.client();
    const auto tokens_after = [&](std::chrono::seconds passed) {
        script.now += passed;
        client.read(Kind::transfer, ResourceId("xfer_m_1"));
        return script.tokens.load();
    };
    EXPECT_EQ(tokens_after(0s), 1);
    EXPECT_EQ(tokens_after(1138s), 1);
    EXPECT_EQ(tokens_after(1s), 2);

    script.token = [](int) {
        return HttpAnswer{200, R"({"access_token":"short","expires_in":40})", {}};
    };
    EXPECT_EQ(tokens_after(1200s), 3);
    EXPECT_EQ(tokens_after(19s), 3) << "of a short one, the half";
    EXPECT_EQ(tokens_after(1s), 4);
}

TEST(Wire, SendsNothingWithoutAToken)
{
    for (const auto& [status, body] : {std::pair{500, R"({"access_token":"t"})"},
                                       {200, "<html>"},
                                       {200, R"(["access_token"])"},
                                       {200, R"({"expires_in":1199})"},
                                       {200, R"({"access_token":1})"}}) {
        Script script;
        script.token = [&](int) { return HttpAnswer{status, body, {}}; };
        auto client = script.client();
        const auto outcome = client.send(transfer, key);
        ASSERT_TRUE(std::holds_alternative<NotSent>(outcome)) << body;
        EXPECT_EQ(script.calls, 0) << body;
    }
    Script script; // that does not say how long it lasts: for this call only
    script.token = [](int) { return HttpAnswer{200, R"({"access_token":"t"})", {}}; };
    script.answer = [](const HttpRequest&, int) { return done; };
    auto client = script.client();
    client.send(transfer, key);
    client.send(transfer, key);
    EXPECT_EQ(script.tokens, 2);
}

json page_of(int count, const char* tag)
{
    auto page = json::array();
    for (int i = 0; i < count; ++i)
        page.push_back(
            {{"Id", "xfer_m_" + std::to_string(i)}, {"Status", "SUCCEEDED"}, {"Tag", tag}});
    return page;
}

TEST(Wire, LooksForItsOwnObjectThroughThePages)
{
    Script script;
    auto client = script.client();
    script.list({page_of(100, "others"), page_of(3, "mop")});
    const auto found = client.find(transfer);
    ASSERT_TRUE(found);
    EXPECT_TRUE(std::holds_alternative<Succeeded>(*found));
    ASSERT_EQ(script.urls.size(), 2U);
    EXPECT_NE(script.urls[0].find("page=1&per_page=100"), std::string::npos) << script.urls[0];
    EXPECT_NE(script.urls[1].find("page=2&"), std::string::npos) << script.urls[1];

    script.calls = 0;
    script.list({page_of(99, "others"), page_of(3, "mop")});
    EXPECT_FALSE(client.find(transfer)) << "a short page is the last";
    EXPECT_EQ(script.calls, 1);

    script.calls = 0;
    script.list({json::array({"a word", {{"Tag", "mop"}, {"Id", "x"}, {"Status", "SUCCEEDED"}}})});
    EXPECT_TRUE(client.find(transfer)) << "beside what it cannot read";

    for (const auto& unfinished : {std::vector<json>{json::array({"a word"})},
                                   std::vector<json>(10, page_of(100, "others"))}) {
        script.calls = 0;
        script.list(unfinished);
        EXPECT_TRUE(std::holds_alternative<Unreachable>(client.find(transfer).value()))
            << "what was not read to its end proves nothing";
    }
}

TEST(Wire, DoesNotTakeAListingThatItCannotReadForAnEmptyOne)
{
    for (const auto& answer :
         {HttpAnswer{500, "[]", {}}, HttpAnswer{200, "{}", {}}, HttpAnswer{200, "\"none\"", {}},
          HttpAnswer{0, "", {}, "timed out"}}) {
        Script script;
        script.answer = [&](const HttpRequest&, int) { return answer; };
        auto client = script.client();
        const auto found = client.find(transfer);
        ASSERT_TRUE(found);
        EXPECT_TRUE(std::holds_alternative<Unreachable>(*found));
        EXPECT_THROW(client.events("PAYIN_NORMAL_SUCCEEDED", script.now), NoAnswer);
        EXPECT_THROW(client.hooks(), NoAnswer);
    }
    Script script;
    script.answer = [](const HttpRequest&, int) { return HttpAnswer{200, "[1]", {}}; };
    EXPECT_THROW(script.client().hooks(), NoAnswer);
    script.answer = [](const HttpRequest&, int) {
        return HttpAnswer{200, R"({"Balance":{"Amount":"12","Currency":"EUR"}})", {}};
    };
    EXPECT_THROW(script.client().balance(WalletId("wlt_m_1")), NoAnswer);
}

TEST(Wire, ReadsEventsThroughThePages)
{
    Script script;
    auto client = script.client();
    auto full = json::array();
    for (int i = 0; i < 100; ++i)
        full.push_back({{"EventType", "PAYIN_NORMAL_SUCCEEDED"},
                        {"ResourceId", "payin_m_1"},
                        {"Date", 1'000 + i}});
    script.list({full,
                 {{{"EventType", "PAYIN_NORMAL_SUCCEEDED"}, {"ResourceId", "payin_m_2"}},
                  {{"EventType", "PAYIN_NORMAL_SUCCEEDED"},
                   {"ResourceId", "payin_m_3"},
                   {"Date", "soon"}}}});
    const auto events = client.events("PAYIN_NORMAL_SUCCEEDED", script.now);
    ASSERT_EQ(events.size(), 102U);
    EXPECT_EQ(events[99].date, 1'099);
    EXPECT_EQ(events[100].date, 0);
    EXPECT_EQ(events[101].date, 0);
    EXPECT_NE(script.urls[0].find("AfterDate=1000000000&"), std::string::npos) << script.urls[0];
    EXPECT_EQ(script.calls, 2);
}

TEST(Wire, RepeatsOnceWithAnotherTokenWhatWasRefusedWithAValidOne)
{
    Script script;
    script.answer = [](const HttpRequest&, int call) {
        return call == 1 ? HttpAnswer{401, R"({"Type":"invalid_credentials"})", {}} : done;
    };
    auto client = script.client();
    EXPECT_TRUE(std::holds_alternative<Succeeded>(client.send(transfer, key)));
    EXPECT_EQ(script.tokens, 2);
    EXPECT_EQ(script.last_key, key);

    script.answer = [](const HttpRequest&, int) {
        return HttpAnswer{401, R"({"Type":"invalid_credentials"})", {}};
    };
    script.calls = 0;
    EXPECT_TRUE(std::holds_alternative<Unreachable>(client.send(transfer, key)));
    EXPECT_EQ(script.calls, 2);
}

TEST(Wire, TakesTheQuestionForStrongAuthenticationAsAnAnswer)
{
    Script script;
    script.answer = [](const HttpRequest&, int) {
        return HttpAnswer{
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
    script.answer = [](const HttpRequest& request, int) -> HttpAnswer {
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

TEST(Wire, KnowsAKeyThatWasNeverUsedFromAnAnswerItCannotRead)
{
    const auto kept = [](HttpAnswer answer) {
        Script script;
        script.answer = [&](const HttpRequest&, int) { return answer; };
        return script.client().kept(Kind::transfer, key);
    };
    EXPECT_FALSE(kept({404, "", {}}));
    for (const auto* unreadable :
         {"<html>", "[]", R"({"StatusCode":"200"})", R"({"Resource":{"Id":"xfer_m_1"}})",
          R"({"StatusCode":"OK","Resource":{"Id":"xfer_m_1","Status":"SUCCEEDED"}})"}) {
        const auto outcome = kept({200, unreadable, {}});
        ASSERT_TRUE(outcome) << unreadable;
        EXPECT_TRUE(std::holds_alternative<Unreachable>(*outcome)) << unreadable;
    }
    const auto outcome = kept({500, R"({"StatusCode":"200","Resource":{}})", {}});
    EXPECT_TRUE(std::holds_alternative<Unreachable>(outcome.value()));
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

TEST(Wire, TakesNoOtherObjectForTheOneItAskedFor)
{
    Script script;
    auto client = script.client();
    for (const auto* other : {R"({"Id":"xfer_m_2","Status":"SUCCEEDED"})", R"({})"}) {
        script.answer = [&](const HttpRequest&, int) { return HttpAnswer{200, other, {}}; };
        EXPECT_TRUE(std::holds_alternative<Unreachable>(
            client.read(Kind::transfer, ResourceId("xfer_m_1"))));
        EXPECT_THROW(client.user(UserId("xfer_m_1")), NoAnswer);
        EXPECT_THROW(client.verification(VerificationId("xfer_m_1")), NoAnswer);
        EXPECT_THROW(client.recipient(RecipientId("xfer_m_1")), NoAnswer);
        EXPECT_THROW(client.blocking(UserId("xfer_m_1")), NoAnswer) << "silence is no freedom";
    }
    script.answer = [](const HttpRequest&, int) { return HttpAnswer{404, "", {}}; };
    EXPECT_THROW(client.blocking(UserId("xfer_m_1")), NoAnswer);
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
    budget.note({{"x-ratelimit-remaining", "soon, , "}, {"x-ratelimit", "3"}});
    EXPECT_EQ(budget.remaining(), 900) << "nothing that can be read";
    budget.note({{"x-ratelimit-remaining", "soon,  70"}});
    EXPECT_EQ(budget.remaining(), 70);
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
