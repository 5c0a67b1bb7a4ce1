#pragma once

#include <string>

#include "domain/letters/compose.hpp"
#include "payments/decisions/stake.hpp"
#include "tests/market/publishing.hpp"

namespace tests {

/// ben has a page; ana reviews what he delivered. carl and eve look on, sam is staff.
class Reviewing : public Publishing {
protected:
    Someone sam = given_staff();
    Someone eve = given_a_client("Eve");
    Someone carl = given_a_payable_provider("Carl");

    void SetUp() override { publish(ben); }

    Answer review(const json& order, const Someone& author, int rating,
                  const std::string& text = "Travail soigné et ponctuel.")
    {
        return act(order, "review", author, {{"rating", rating}, {"text", text}});
    }
    std::string given_a_review(int rating, const std::string& text = "Travail soigné et ponctuel.")
    {
        now += std::chrono::hours(1);
        return expect(201, review(given_a_validated_order(), ana, rating, text))["id"];
    }

    std::string reviews_of_ben() const { return "/v1/providers/" + ben.id.text() + "/reviews"; }
    json public_reviews(const std::string& query = "")
    {
        return get(reviews_of_ben() + query).body;
    }

    Answer decide(const std::string& review, const std::string& decision)
    {
        return post("/v1/staff/reviews/" + review + "/decision",
                    {{"decision", decision},
                     {"ground", "not_genuine"},
                     {"reason", "La commande citée n'est pas celle-ci."}},
                    sam.bearer);
    }

    /// What the page and the list say, against a recount of what is shown.
    void expect_average_recounted()
    {
        std::int64_t sum = 0;
        const auto shown = public_reviews("?limit=100");
        for (const auto& one : shown["items"])
            sum += one["rating"].get<std::int64_t>();
        const auto count = static_cast<std::int64_t>(shown["items"].size());
        const json expected = {{"average", count == 0 ? json() : json(two_decimals(sum, count))},
                               {"count", count}};
        EXPECT_EQ(shown["rating"], expected);
        EXPECT_EQ(get("/v1/providers/" + ben.id.text()).body["rating"], expected);
    }

    /// sum / count, half-up, on paper: "4.67".
    static std::string two_decimals(std::int64_t sum, std::int64_t count)
    {
        const auto e2 = (sum * 1000 / count + 5) / 10;
        const auto cents = std::to_string(e2 % 100);
        return std::to_string(e2 / 100) + "." + (cents.size() == 1 ? "0" : "") + cents;
    }

    /// The mail that tells ana of a decision, composed as at its delivery.
    std::string mail_about(const std::string& review)
    {
        return db.transaction([&](domain::Transaction& tx) {
            const auto mail =
                domain::letters::compose(tx, platform, payments::decisions::stake_of,
                                         {"mail", ana.id.text() + " review_moderated " + review});
            return mail ? mail->body : std::string();
        });
    }
};

} // namespace tests
