#include "domain/terms/terms.hpp"
#include "invoicing/issuing/mandates.hpp"
#include "tests/support/people.hpp"

namespace {

using namespace domain;
using Mandates = tests::Populated;

TEST_F(Mandates, TheOneInForceOnTheDayOfSupplyCounts)
{
    const auto ben = given_a_provider();
    const auto accept = [&](const char* version) {
        db.transaction([&](Transaction& tx) {
            terms::accept(tx, ben.id,
                          {.document = terms::Document::invoicing_mandate,
                           .version = version,
                           .text = "…",
                           .sha256 = sha256_hex(version)},
                          {});
        });
    };
    const auto version_on = [&](Instant moment) {
        const auto mandate = db.read([&](Transaction& tx) {
            return invoicing::issuing::mandate_of(tx, ben.id, day_in_paris(moment));
        });
        return mandate ? mandate->version : "none";
    };
    now += std::chrono::days{2};
    accept("2026-01");
    const auto first = now;
    now += std::chrono::days{10};
    accept("2026-02");

    EXPECT_EQ(version_on(first - std::chrono::days{1}), "none");
    EXPECT_EQ(version_on(first), "2026-01");
    EXPECT_EQ(version_on(first + std::chrono::days{9}), "2026-01");
    EXPECT_EQ(version_on(now), "2026-02");
}

} // namespace
