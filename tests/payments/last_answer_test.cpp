#include <gtest/gtest.h>

#include "payments/mangopay/last_answer.hpp"
#include "payments/reconciliation/their_time.hpp"

namespace {

using namespace std::chrono_literals;
using domain::to_text;
using payments::Heard;
using payments::mangopay::HttpAnswer;
using payments::mangopay::moment_of;

TEST(LastAnswer, ReadsTheDateThatHttpWrites)
{
    EXPECT_EQ(to_text(moment_of("Sun, 06 Nov 1994 08:49:37 GMT").value()),
              "1994-11-06T08:49:37.000000Z");
    EXPECT_EQ(to_text(moment_of("Tue, 29 Feb 2028 23:59:59 GMT").value()),
              "2028-02-29T23:59:59.000000Z");
    for (const auto* other :
         {"", "now", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
          "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 31 Feb 2027 08:49:37 GMT",
          "Sun, 06 Nox 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
          "Sun, -6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:3x GMT"})
        EXPECT_FALSE(moment_of(other).has_value()) << other;
}

TEST(LastAnswer, IsOfWhatMangopayDid)
{
    payments::mangopay::LastAnswer last;
    const auto asked_at = domain::parse_instant("2026-11-23T09:00:00Z").value();
    const auto answered = [&](int status, const std::string& date) {
        last.note(asked_at, HttpAnswer{status, "", {{"date", date}}});
        return last.heard().has_value();
    };
    EXPECT_FALSE(answered(503, "Mon, 23 Nov 2026 09:00:00 GMT")) << "perhaps a proxy's";
    EXPECT_FALSE(answered(200, "yesterday"));
    EXPECT_TRUE(answered(200, "Mon, 23 Nov 2026 08:54:59 GMT"));
    EXPECT_TRUE(payments::reconciliation::is_ahead(*last.heard()));
    EXPECT_TRUE(answered(200, "Mon, 23 Nov 2026 08:55:00 GMT"));
    EXPECT_FALSE(payments::reconciliation::is_ahead(*last.heard()));
}

TEST(LastAnswer, IsAskedForAgainWhenTheClockMayHaveBeenMoved)
{
    using payments::reconciliation::is_in_doubt;
    const auto now = domain::parse_instant("2026-11-23T09:00:00Z").value();
    const auto right = [&](auto before) { return Heard{now - before, now - before}; };
    EXPECT_TRUE(is_in_doubt({}, now));
    EXPECT_FALSE(is_in_doubt(right(5min), now));
    EXPECT_TRUE(is_in_doubt(right(6min), now));
    EXPECT_TRUE(is_in_doubt(right(-6min), now)) << "it was set back";
    EXPECT_FALSE(is_in_doubt(right(59min), now, 1h));
    EXPECT_TRUE(is_in_doubt(Heard{now, now - 6min}, now)) << "it was ahead";
}

} // namespace
