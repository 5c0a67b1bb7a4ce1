#pragma once

#include <gtest/gtest.h>

#include "invoicing/issuing/invoices.hpp"
#include "tests/invoicing/sample_orders.hpp"
#include "tests/support/databases.hpp"

namespace tests {

/// An invoicing office on databases of its own, with a clock that stands still.
class Office : public ::testing::Test {
protected:
    domain::Instant now = samples::noon(samples::issued);
    domain::Clock clock = [this] { return now; };
    Databases databases;
    domain::Vault vault{domain::SecretKey::of(std::string(32, 'm')), databases.keys, 10, clock};
    domain::Database db{databases.data, "", 10, clock, vault};
    invoicing::issuing::Findings findings; // what readings find damaged

    /// A released order; orders of the same provider share its series.
    invoicing::issuing::IssueOrder released(const domain::AccountId& provider)
    {
        auto order = samples::portraits();
        order.order = domain::OrderId::fresh(now);
        order.provider_id = provider;
        order.client_id = domain::AccountId::fresh(now);
        return order;
    }

    invoicing::issuing::Issued issue(const invoicing::issuing::IssueOrder& order)
    {
        return db.transaction([&](domain::Transaction& tx) {
            return invoicing::issuing::issue_for_order(tx, order);
        });
    }

    void render(const domain::InvoiceId& id)
    {
        db.transaction(
            [&](domain::Transaction& tx) { invoicing::issuing::store_rendering(tx, id); });
    }

    invoicing::issuing::Summary summary(const domain::InvoiceId& id)
    {
        return db.read([&](domain::Transaction& tx) {
            return invoicing::issuing::maybe_summary(tx, id).value();
        });
    }

    std::int64_t count(const std::string& table)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::int64_t>("SELECT COUNT(*) FROM " + table);
        });
    }
};

} // namespace tests
