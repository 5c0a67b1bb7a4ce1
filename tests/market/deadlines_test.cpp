#include "jobs/deadlines.hpp"
#include "tests/support/trading.hpp"

namespace tests {

namespace {

using std::chrono::days;
using std::chrono::microseconds;

class Deadlines : public Trading {
protected:
    /// Nothing happens a moment before `when`, the work is done at it, and only once.
    void expect_done_at(domain::Instant when, std::int64_t (*job)(jobs::Context&))
    {
        now = when - microseconds{1};
        EXPECT_EQ(job(context), 0);
        now = when;
        EXPECT_EQ(job(context), 1);
        EXPECT_EQ(job(context), 0);
    }
    std::string stored_state(const std::string& table)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::string>("SELECT state FROM " + table);
        });
    }
};

TEST_F(Deadlines, ExpireRequestsThatNobodyAnswers)
{
    given_a_request();
    expect_done_at(start + days{30}, jobs::expire_requests);
    EXPECT_EQ(stored_state("requests"), "expired");
}

TEST_F(Deadlines, KeepARequestAsLongAsAQuoteAnswersIt)
{
    const auto request = given_a_request();
    auto lasting = some_offer();
    lasting["valid_until"] = "2027-01-31";
    expect(201, post("/v1/requests/" + text(request) + "/quotes", lasting, ben.bearer));

    now = start + days{31};
    EXPECT_EQ(jobs::expire_requests(context), 0);
    now = start + days{100};
    EXPECT_EQ(jobs::expire_quotes(context), 1);
    EXPECT_EQ(jobs::expire_requests(context), 1);
}

TEST_F(Deadlines, ExpireQuotesAtTheEndOfTheirLastDayInParis)
{
    given_a_quote();
    expect_done_at(std::chrono::sys_days{std::chrono::year{2026} / 12 / 15} +
                       std::chrono::hours{23},
                   jobs::expire_quotes);
    EXPECT_EQ(stored_state("quotes"), "expired");
}

TEST_F(Deadlines, ExpireOrdersThatAreNotPaid)
{
    given_an_order();
    expect_done_at(start + days{7}, jobs::expire_orders);
    EXPECT_EQ(stored_state("orders"), "expired");
}

TEST_F(Deadlines, LeavePaidOrdersAlone)
{
    given_a_funded_order();
    now = start + days{400};
    EXPECT_EQ(jobs::expire_orders(context), 0);
    EXPECT_EQ(jobs::validate_silent_orders(context), 0);
}

TEST_F(Deadlines, ValidateDeliveredOrdersThatNobodyContests)
{
    const auto order = given_a_delivered_order();
    expect_done_at(start + days{14}, jobs::validate_silent_orders);

    now = start; // ana's session is of today
    const auto seen = get("/v1/orders/" + text(order), ana.bearer).body;
    EXPECT_EQ(seen["state"], "validated");
    EXPECT_EQ(seen["history"].back()["by"], "clock");
}

TEST_F(Deadlines, DoNotValidateContestedOrders)
{
    given_a_contested_order();
    now = start + days{400};
    EXPECT_EQ(jobs::validate_silent_orders(context), 0);
    EXPECT_EQ(stored_state("orders"), "contested");
}

} // namespace

} // namespace tests
