#pragma once

#include "domain/core/check.hpp"
#include "domain/orders/escrow.hpp"
#include "tests/support/people.hpp"

namespace tests {

/// A marketplace with ana, who asks, and ben, who can be paid; and the way from a request to an
/// order in any state, walked through the API.
class Trading : public Populated {
protected:
    Someone ana = given_a_client();
    Someone ben = given_a_payable_provider();

    json asked_of(const Someone& client, const std::vector<Someone>& providers)
    {
        json ids = json::array();
        for (const auto& provider : providers)
            ids.push_back(provider.id.text());
        return expect(201, post("/v1/requests",
                                {{"providers", ids}, {"need", "Ourler douze rideaux en lin."}},
                                client.bearer));
    }
    json given_a_request() { return asked_of(ana, {ben}); }

    /// 7.5 hours at 45 EUR and a fixed price of 33.3333 EUR, without VAT: 370.83 + 74.17 EUR.
    json some_offer() const
    {
        return {{"lines",
                 {{{"designation", "Ourlet de rideau, lin"},
                   {"quantity", "7.5"},
                   {"unit", "HUR"},
                   {"unit_price", "45"},
                   {"vat_rate", "20"}},
                  {{"designation", "Fil et ruban"},
                   {"quantity", "1"},
                   {"unit", "C62"},
                   {"unit_price", "33.3333"},
                   {"vat_rate", "20"}}}},
                {"prices_are", "net"},
                {"service_category", "general"},
                {"valid_until", "2026-12-15"},
                {"delivery_day", "2026-12-20"},
                {"terms", "Retrait à l'atelier."}};
    }

    json quoted(const Someone& provider, const json& request)
    {
        return expect(
            201, post("/v1/requests/" + text(request) + "/quotes", some_offer(), provider.bearer));
    }
    json given_a_quote() { return quoted(ben, given_a_request()); }

    Answer accept(const json& quote, const Someone& client)
    {
        return post("/v1/quotes/" + text(quote) + "/acceptance", {{"version", quote["version"]}},
                    client.bearer);
    }
    json given_an_order() { return expect(201, accept(given_a_quote(), ana)); }

    json given_a_funded_order()
    {
        const auto order = given_an_order();
        fund(order);
        return order;
    }
    json given_a_delivered_order()
    {
        const auto order = given_a_funded_order();
        expect(200, act(order, "start", ben));
        expect(200, act(order, "delivery", ben));
        return order;
    }
    json given_a_validated_order()
    {
        const auto order = given_a_delivered_order();
        expect(200, act(order, "validation", ana));
        return order;
    }
    json given_a_contested_order()
    {
        const auto order = given_a_delivered_order();
        expect(200, act(order, "contestation", ana, {{"reason", "Trois ourlets se défont."}}));
        return order;
    }

    /// One step of an order's life, by whoever `as` is.
    Answer act(const json& order, const std::string& step, const Someone& as,
               const json& body = json::object())
    {
        return post("/v1/orders/" + text(order) + "/" + step, body, as.bearer);
    }

    static domain::MoneyOperationId pay_in(int number)
    {
        auto digits = std::to_string(number);
        digits.insert(0, 26 - digits.size(), '0');
        return domain::MoneyOperationId::parse("mop_" + digits).value();
    }

    /// A pay-in of the whole amount succeeded, as payments reports it.
    domain::orders::Funding fund(const json& order,
                                 const domain::MoneyOperationId& payin = pay_in(1))
    {
        return db.transaction([&](domain::Transaction& tx) {
            return domain::orders::mark_funded(tx, id_of(order), payin, tx.now);
        });
    }

    static domain::OrderId id_of(const json& order)
    {
        return domain::OrderId::parse(text(order)).value();
    }
    static std::string text(const json& thing) { return thing.at("id").get<std::string>(); }

    std::string state_of(const json& order)
    {
        return get("/v1/orders/" + text(order), ana.bearer).body.value("state", "");
    }

    /// The body of an answer that must have this status.
    static json expect(int status, const Answer& answer)
    {
        EXPECT_EQ(answer.status, status) << answer.bytes;
        domain::check(answer.status == status, "the story goes on");
        return answer.body;
    }

    /// How many mails of that template were announced to somebody, with an id.
    std::int64_t mails_of(const std::string& what, const Someone& to)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::int64_t>("SELECT COUNT(*) FROM events WHERE detail LIKE :what",
                                        to.id.text() + " " + what + " %");
        });
    }

    /// What a refusal says, but for the request's own id.
    static json said(const Answer& answer)
    {
        auto body = answer.body;
        body.erase("request_id");
        return body;
    }

    static std::set<std::string> wrong_fields(const Answer& answer)
    {
        std::set<std::string> fields;
        for (const auto& error : answer.body.value("errors", json::array()))
            fields.insert(error.at("field").get<std::string>());
        return fields;
    }
};

} // namespace tests
