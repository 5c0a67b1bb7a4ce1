#pragma once

#include <chrono>
#include <string>

#include "tests/payments/deal.hpp"

namespace tests {

/// What becomes of a movement whose call failed: Mangopay kept its own failure under the key, or
/// nothing was ever sent.
class Unanswered : public Deal {
protected:
    void cancel(const std::string& order)
    {
        db.transaction([&](domain::Transaction& tx) {
            tx.run("UPDATE orders SET state = 'cancelled', refund_due_minor = gross_minor "
                   "WHERE id = :id",
                   order);
            domain::events::announce(tx, {domain::events::Kind::refund_due, order});
        });
        settle_down();
    }
    json payment_of(const std::string& order)
    {
        return get("/v1/orders/" + order + "/payment", ana.bearer).body;
    }
};

/// Something that nobody could find out about for a day.
class Review : public Unanswered {
protected:
    std::string order = given_an_order(ana, ben);

    payments::operations::Operation given_in_review(const std::string& fault_kind)
    {
        fault(fault_kind, "POST /payins/card/web");
        for (const auto* route : {"GET /responses", "GET /users/:id/transactions", "GET /events"})
            fault("server_error", route, 10'000);
        fault("hook_suppress", "PAYIN_NORMAL", 1'000);
        pay(order, ana);
        for (int hour = 0; hour < 25; ++hour) {
            travel(std::chrono::hours{1});
            run_jobs();
        }
        auto payment = operations_of(order, payments::Kind::pay_in).at(0);
        EXPECT_EQ(payment.state, payments::operations::State::manual_review);
        stand_in.control("DELETE", "/faults");
        return payment;
    }
    std::string made_at_mangopay(const std::string& tag)
    {
        for (const auto& event :
             mangopay.events("PAYIN_NORMAL_CREATED", now - std::chrono::days{2})) {
            const auto read = mangopay.read(payments::Kind::pay_in, event.resource_id);
            const auto* resource = payments::operations::resource_in(read);
            if (resource != nullptr && resource->tag == tag) return event.resource_id.text();
        }
        return "";
    }
};

} // namespace tests
