#pragma once

#include <string>
#include <vector>

#include "invoicing/issuing/invoices.hpp"
#include "tests/invoicing/sample_orders.hpp"
#include "tests/invoicing/tampering.hpp"
#include "tests/invoicing/unzipped.hpp"
#include "tests/support/people.hpp"

namespace tests {

/// Ben and Zoe sell to Ana; an accountant pulls the archive over HTTP.
class ArchiveOffice : public Populated {
protected:
    Someone ben = given_a_provider("Ben");
    Someone zoe = given_a_provider("Zoe");
    Someone ana = given_a_client();
    Someone sam = given_staff();
    Someone abby = given_an_accountant();

    ArchiveOffice()
    {
        for (const auto& who : {ben, zoe, sam})
            give_a_password(who);
    }

    /// Both documents of a released order: the provider's, then the commission's.
    std::vector<domain::InvoiceId> issued_by(const Someone& provider)
    {
        auto order = samples::portraits();
        order.order = domain::OrderId::fresh(now);
        order.provider_id = provider.id;
        order.client_id = ana.id;
        return db.transaction([&](domain::Transaction& tx) {
            invoicing::issuing::issue_for_order(tx, order);
            return invoicing::issuing::issued_for_order(tx, order.order);
        });
    }

    /// The same, rendered.
    std::vector<domain::InvoiceId> sold_by(const Someone& provider)
    {
        const auto issued = issued_by(provider);
        for (const auto& id : issued) {
            db.transaction(
                [&](domain::Transaction& tx) { invoicing::issuing::store_rendering(tx, id); });
        }
        return issued;
    }

    std::string own_key_of(const Someone& provider)
    {
        const json wish = {{"label", "Mon comptable"},
                           {"expires_at", "2027-06-30T22:00:00Z"},
                           {"password", somebodys_password}};
        return post("/v1/me/archive-keys", wish, provider.bearer).body.value("key", "");
    }

    std::string number_of(const domain::InvoiceId& id)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::string>(
                "SELECT number FROM invoice_chain WHERE invoice_id = :id AND entry = 'invoice'",
                id);
        });
    }

    /// Does to the rows of a document what nothing of ours would do.
    void damage(const std::string& statement, const domain::InvoiceId& id)
    {
        Hand hand(databases, vault, now);
        hand.tx.run(statement + "'" + id.text() + "'");
    }

    Unzipped exported(const std::string& reader, const std::string& query = "")
    {
        const auto zip = get("/v1/archive/export" + query, reader);
        EXPECT_EQ(zip.status, 200) << zip.bytes.substr(0, 300);
        return Unzipped(zip.bytes);
    }

    static std::string path_of(const domain::InvoiceId& id, const std::string& part)
    {
        return "/v1/archive/invoices/" + id.text() + "/" + part;
    }
};

} // namespace tests
