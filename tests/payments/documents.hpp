#pragma once

#include <gmock/gmock.h>

#include <chrono>
#include <string>
#include <vector>

#include "invoicing/audit/audit.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "tests/payments/two_people.hpp"

namespace tests {

/// Orders that were quoted and accepted through the API, so that invoices follow them.
class Documents : public TwoPeople {
protected:
    json offer(const std::string& vat_rate) const
    {
        const auto in = [&](int days) {
            return domain::to_text(domain::day_in_paris(now + std::chrono::days{days}));
        };
        return {{"lines",
                 {{{"designation", "Ourlet"},
                   {"quantity", "1"},
                   {"unit", "C62"},
                   {"unit_price", "100"},
                   {"vat_rate", vat_rate}}}},
                {"prices_are", "net"},
                {"service_category", "general"},
                {"valid_until", in(10)},
                {"delivery_day", in(10)},
                {"terms", "Retrait à l'atelier."}};
    }
    json done(int status, const Answer& answer)
    {
        EXPECT_EQ(answer.status, status) << answer.bytes;
        return answer.body;
    }
    /// Asked, quoted, accepted and paid through the API.
    std::string given_a_paid_deal(const Someone& client, const Someone& provider,
                                  const std::string& vat_rate = "20")
    {
        const auto request = done(201, post("/v1/requests",
                                            {{"providers", json::array({provider.id.text()})},
                                             {"need", "Ourler douze rideaux en lin."}},
                                            signed_in(client)));
        const auto quote =
            done(201, post("/v1/requests/" + request["id"].get<std::string>() + "/quotes",
                           offer(vat_rate), signed_in(provider)));
        const auto order =
            done(201, post("/v1/quotes/" + quote["id"].get<std::string>() + "/acceptance",
                           {{"version", 1}}, signed_in(client)))["id"]
                .get<std::string>();
        done(201, post("/v1/orders/" + order + "/payment", json::object(), signed_in(client)));
        decide_card(order);
        return order;
    }
    Answer act(const std::string& order, const std::string& step, const Someone& who)
    {
        return post("/v1/orders/" + order + "/" + step, json::object(), signed_in(who));
    }
    void deliver(const std::string& order, const Someone& provider)
    {
        done(200, act(order, "start", provider));
        done(200, act(order, "delivery", provider));
    }
    void accept_work(const std::string& order, const Someone& client)
    {
        done(200, act(order, "validation", client));
        settle_down();
    }
    /// After the next round of what waits.
    void later()
    {
        travel(std::chrono::minutes{6});
        settle_down();
    }
    json seen(const std::string& order, const Someone& who)
    {
        return get("/v1/orders/" + order, signed_in(who)).body;
    }
    json ready() { return get("/readyz").body; }
    std::vector<std::string> numbers_of(const std::string& order)
    {
        std::vector<std::string> numbers;
        db.read([&](domain::Transaction& tx) {
            for (const auto& id :
                 invoicing::issuing::issued_for_order(tx, *domain::OrderId::parse(order)))
                numbers.push_back(invoicing::issuing::maybe_summary(tx, id)->number);
            return 0;
        });
        return numbers;
    }
    /// What the platform's own invoice says: rate of the VAT, net, VAT, gross.
    json commission_on(const std::string& order)
    {
        const auto mine = get("/v1/invoices", signed_in(ben)).body;
        for (const auto& one : mine.at("items")) {
            if (one["order_id"] != order || one["kind"] != "commission_invoice") continue;
            const auto path = "/v1/invoices/" + one["id"].get<std::string>();
            const auto content = get(path, signed_in(ben)).body;
            const auto& line = content.at("lines").at(0);
            return {
                {"rate", line["vat_rate"]},
                {"amounts", {one["net"]["amount"], one["vat"]["amount"], one["gross"]["amount"]}}};
        }
        return nullptr;
    }
    static std::vector<std::string> fields_in(const json& list)
    {
        std::vector<std::string> fields;
        for (const auto& one : list)
            fields.push_back(one.at("field").get<std::string>());
        return fields;
    }

    /// Nothing moved, and each is told its part.
    void expect_to_wait(const std::string& order, const Someone& client, const Someone& provider,
                        const std::vector<std::string>& lacks)
    {
        EXPECT_EQ(state_of(order), "validated");
        EXPECT_THAT(operations_of(order, payments::Kind::transfer), ::testing::IsEmpty());
        EXPECT_THAT(numbers_of(order), ::testing::IsEmpty());
        EXPECT_EQ(seen(order, client)["release_waits_for"], "invoices_cannot_be_written");
        EXPECT_FALSE(seen(order, client).contains("release_lacks")) << "no internals";
        const auto told = seen(order, provider);
        EXPECT_EQ(told["release_waits_for"], "invoices_cannot_be_written");
        EXPECT_THAT(fields_in(told["release_lacks"]), ::testing::ElementsAre("marketplace"));
        const auto listed = waiting();
        ASSERT_EQ(listed.size(), 1U);
        EXPECT_EQ(listed[0]["id"], order);
        EXPECT_EQ(listed[0]["why"], "release_blocked");
        EXPECT_EQ(listed[0]["reason"]["code"], "invoices_cannot_be_written");
        EXPECT_EQ(fields_in(listed[0]["lacks"]), lacks);
        EXPECT_EQ(ready()["releases_blocked"], 1);
        EXPECT_EQ(ready()["status"], "ready_with_warnings");
        EXPECT_EQ(act(order, "cancellation", client).status, 409) << "the work was accepted";
    }
    void expect_to_go_on(const std::string& order)
    {
        EXPECT_EQ(state_of(order), "released");
        EXPECT_EQ(operations_of(order, payments::Kind::transfer).size(), 1U);
        EXPECT_EQ(numbers_of(order).size(), 2U);
        EXPECT_THAT(waiting(), ::testing::IsEmpty());
        EXPECT_EQ(ready()["releases_blocked"], 0);
    }

    Someone given_a_franchisee()
    {
        auto profile = provider_profile("Carl");
        profile.company.vat_regime = domain::profiles::VatRegime::franchise;
        profile.company.vat_number = "";
        profile.company.vat_none_because = "franchise_293b";
        const auto carl = given_a_member(profile);
        accept_texts(carl);
        done(201, post("/v1/me/identity-verification", json::object(), carl.bearer));
        decide_identity(carl);
        authenticate(carl);
        done(201, register_bank_account(carl));
        authenticate(carl);
        return carl;
    }
    void let_our_clock_jump(std::chrono::microseconds ahead) { now += ahead; }
    bool all_series_are_whole()
    {
        return db.read(
            [](domain::Transaction& tx) { return invoicing::audit::audit(tx).is_clean(); });
    }
};

} // namespace tests
