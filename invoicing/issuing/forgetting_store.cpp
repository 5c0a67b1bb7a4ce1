#include "domain/core/check.hpp"
#include "domain/core/stored.hpp"
#include "domain/forgetting/destruction_order.hpp"
#include "domain/forgetting/key_destruction.hpp"
#include "invoicing/issuing/forgetting.hpp"
#include "invoicing/issuing/invoice_store.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;
using policy::Record;

struct Row {
    std::string id, kind, fiscal_year_end;
    std::int64_t credited_later = 0;
    auto fields() { return std::tie(id, kind, fiscal_year_end, credited_later); }
};

std::vector<Record> candidates(Transaction& tx, const forgetting::Search& search)
{
    // A fiscal year ends on or after the day of issue, so none that is due is missed.
    const auto rows = tx.all<Row>(R"(
        SELECT i.id, i.kind, i.fiscal_year_end,
               (SELECT COUNT(*) FROM invoices c WHERE c.credits_id = i.id)
          FROM invoices i
         WHERE i.issued_at < :before AND i.id > :after
         ORDER BY i.id
         LIMIT :limit)",
                                  search.before, search.after, search.limit);
    std::vector<Record> records;
    for (const auto& row : rows) {
        const auto day = parse_day(row.fiscal_year_end);
        check(day.has_value(), "a stored fiscal year end is a day");
        records.push_back({"invoices", row.id, row.kind, *day,
                           row.credited_later > 0 ? "a credit note still refers to it" : ""});
    }
    return records;
}

struct Parties {
    std::string issuer, buyer;
    auto fields() { return std::tie(issuer, buyer); }
};

bool end(Transaction& tx, const InvoiceId& id, const Afterwards& afterwards)
{
    const auto named =
        tx.maybe<Parties>("SELECT issuer_id, buyer_id FROM invoices WHERE id = :id FOR UPDATE", id);
    if (!named) return false;
    forgetting::order_destruction(tx, "invoice", id.text());
    destroy(tx, id);
    forgetting::order_key_destruction(tx, id.text());
    for (const auto& party : {named->issuer, named->buyer}) {
        if (const auto account = AccountId::parse(party)) afterwards(tx, *account);
    }
    return true;
}

} // namespace

forgetting::ObjectSweep document_sweep(const Afterwards& afterwards)
{
    return {{.rule = "invoices",
             .starts = policy::Start::issue_fiscal_year_end,
             .action = policy::Action::erase_bytes,
             .stage = policy::Stage::archive},
            candidates,
            [afterwards](Transaction& tx, const Record& record) {
                return end(tx, stored(InvoiceId::parse(record.object)), afterwards);
            }};
}

forgetting::Replayer document_replayer(const Afterwards& afterwards)
{
    return {
        .what = "invoice",
        .is_about = [](std::string_view subject) { return InvoiceId::parse(subject).has_value(); },
        .is_back =
            [](Transaction& tx, const forgetting::Erasure& erasure) {
                return tx.one<std::int64_t>("SELECT COUNT(*) FROM invoices WHERE id = :id",
                                            erasure.subject) > 0;
            },
        .erase =
            [afterwards](Transaction& tx, const forgetting::Erasure& erasure) {
                end(tx, stored(InvoiceId::parse(erasure.subject)), afterwards);
            }};
}

std::optional<Day> last_fiscal_year_end(Transaction& tx, const AccountId& account)
{
    const auto last = tx.one<std::optional<std::string>>(R"(
        SELECT MAX(fiscal_year_end)
          FROM invoices
         WHERE issuer_id = :account OR buyer_id = :account)",
                                                         account);
    if (!last) return {};
    const auto day = parse_day(*last);
    check(day.has_value(), "a stored fiscal year end is a day");
    return day;
}

std::vector<forgetting::Hold> holds(Transaction& tx, const AccountId& account)
{
    const auto waiting = tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM orders o
         WHERE (o.client_id = :account OR o.provider_id = :account)
           AND o.released_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM invoices i WHERE i.order_id = o.id))",
                                              account);
    if (waiting == 0) return {};
    return {{domain::forgetting::Unsettled::invoices_outstanding,
             {"Des factures restent à établir.", "Invoices are still to be issued."}}};
}

} // namespace invoicing::issuing
