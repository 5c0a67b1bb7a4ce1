// How many statements the two costliest steps of a deal take: budgets, so that none creeps in.
// Whoever needs one more raises the figure here, with the reason.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "domain/storage/tripwire.hpp"
#include "tests/support/trading.hpp"

namespace tests {

namespace {

/// Listens to what a database is asked; BEGIN and COMMIT are no questions of ours.
class Listener final : public domain::storage::Tripwire {
public:
    void before(std::string_view sql) override
    {
        const bool asks = !sql.starts_with("BEGIN") && sql != "COMMIT" && sql != "ROLLBACK";
        if (asks) heard.emplace_back(sql);
    }
    void after(std::string_view /*sql*/) override {}

    std::vector<std::string> heard;
};

class Statements : public Trading {
protected:
    template <typename Step>
    std::vector<std::string> asked_by(Step&& step)
    {
        Listener listener;
        db.watch(&listener);
        step();
        db.watch(nullptr);
        return listener.heard;
    }
};

std::string listed(const std::vector<std::string>& statements)
{
    std::string text;
    for (const auto& sql : statements)
        text += sql + "\n--\n";
    return text;
}

/// One of them reads since when its provider is who it is: a mandate of before counts no more. Five
/// are the whole invoice gate run dry: account and profile of both sides, and the mandate.
TEST_F(Statements, OfAQuoteAreAtMostTwentySix)
{
    quoted(ben, given_a_request());
    const auto request = given_a_request();
    const auto asked = asked_by([&] { quoted(ben, request); });
    EXPECT_LE(asked.size(), 26U) << listed(asked);
}

TEST_F(Statements, OfAnAcceptanceAreAtMostTwentySeven)
{
    const auto quote = given_a_quote();
    const auto asked = asked_by([&] { expect(201, accept(quote, ana)); });
    EXPECT_LE(asked.size(), 27U) << listed(asked);
}

} // namespace

} // namespace tests
