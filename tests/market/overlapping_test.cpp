// A client that repeats itself before it was answered is answered once and the same: nobody is
// told no for what has just been done for them.

#include <thread>

#include "tests/market/quoting.hpp"

namespace tests {

namespace {

class Overlapping : public Quotes {
protected:
    /// Eight calls at once under one key; every answer.
    std::vector<Answer> eight_of(const std::string& path, const json& body, const Someone& who)
    {
        std::vector<Answer> answers(8);
        const With with{.bearer = who.bearer, .key = domain::uuid_v4()};
        std::vector<std::thread> callers;
        for (auto& answer : answers)
            callers.emplace_back([&] { answer = call("POST", path, body.dump(), with); });
        for (auto& caller : callers)
            caller.join();
        return answers;
    }

    static void expect_one_answer(const std::vector<Answer>& answers, int status)
    {
        for (const auto& answer : answers) {
            EXPECT_EQ(answer.status, status) << answer.bytes;
            EXPECT_EQ(answer.bytes, answers.front().bytes);
        }
    }
};

TEST_F(Overlapping, RepeatsOfAnAcceptanceAreAnsweredAsTheFirst)
{
    for (int round = 0; round < 6; ++round) {
        const auto quote = given_a_quote();
        expect_one_answer(
            eight_of("/v1/quotes/" + text(quote) + "/acceptance", {{"version", 1}}, ana), 201);
    }
}

TEST_F(Overlapping, RepeatsOfAQuoteAreAnsweredAsTheFirst)
{
    for (int round = 0; round < 6; ++round) {
        const auto request = given_a_request();
        expect_one_answer(eight_of("/v1/requests/" + text(request) + "/quotes", some_offer(), ben),
                          201);
    }
}

TEST_F(Overlapping, AnotherRequestUnderTheSameKeyIsStillToldNo)
{
    const auto quote = given_a_quote();
    const With with{.bearer = ana.bearer, .key = domain::uuid_v4()};
    const auto path = "/v1/quotes/" + text(quote);
    expect(201, call("POST", path + "/acceptance", R"({"version": 1})", with));

    EXPECT_EQ(call("POST", path + "/refusal", R"({})", with).body["title"], "key_reused");
    EXPECT_EQ(post(path + "/acceptance", {{"version", 1}}, ana.bearer).status, 409);
}

} // namespace

} // namespace tests
