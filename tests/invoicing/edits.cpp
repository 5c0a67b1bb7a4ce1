#include "tests/invoicing/edits.hpp"

#include <algorithm>
#include <iterator>

namespace tests {

namespace {

using invoicing::audit::Code;

/// The platform's second invoice, in the tables that know its number and in those that know its id.
constexpr auto second = " WHERE series = 'PF' AND n = 2";
constexpr auto its =
    " WHERE invoice_id = (SELECT c.invoice_id FROM invoice_chain c WHERE c.series = "
    "'PF' AND c.n = 2 AND c.entry = 'invoice')";
constexpr auto first_number = "PF-2026-000001";
constexpr auto last_number = "PF-2026-000003";

std::function<void(Hand&)> sql(std::vector<std::string> statements)
{
    return [statements = std::move(statements)](Hand& hand) {
        for (const auto& statement : statements)
            hand.tx.run(statement);
    };
}

std::function<void(Hand&)> set(const std::string& assignment)
{
    return sql({"UPDATE invoices SET " + assignment + second});
}

std::function<void(Hand&)> set_of_link(const std::string& assignment)
{
    return sql({"UPDATE invoice_chain SET " + assignment + second + " AND entry = 'invoice'"});
}

std::function<void(Hand&)> keys(const std::string& statement)
{
    return [statement](Hand& hand) { hand.run_on_keys(statement); };
}

std::vector<std::string> and_then(std::vector<std::string> first, std::vector<std::string> more)
{
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

/// An invoice is gone, the next has its number, and everything that needs no key was made anew.
void renumber(Hand& hand)
{
    sql(and_then(without_rows(second), {std::string("DELETE FROM invoice_chain") + second,
                                        "UPDATE invoice_chain SET n = 2, number = 'PF-2026-000002' "
                                        "WHERE series = 'PF' AND n = 3",
                                        "UPDATE invoices SET n = 2, number = 'PF-2026-000002' "
                                        "WHERE series = 'PF' AND n = 3"}))(hand);
    for (const auto& evidence : hand.tx.all<invoicing::issuing::Evidence>(
             invoicing::issuing::select_evidence("c.series = 'PF' AND c.n = 2"))) {
        if (!evidence.is_of_invoice()) continue;
        hand.tx.run("UPDATE invoice_chain SET commitment = :commitment WHERE invoice_id = :id AND "
                    "entry = 'invoice'",
                    commitment_of(evidence.salt, evidence.row), evidence.link.invoice_id);
    }
    hand.chain_again("PF");
}

const std::string order_of_destruction =
    "INSERT INTO destruction_orders (object_id, kind, reason, ordered_at) SELECT id, 'invoice', "
    "'retention', issued_at + 60000000 FROM invoices" +
    std::string(second);

/// The same as if it came in 2050, when everything may go.
const std::string order_to_come =
    "INSERT INTO destruction_orders (object_id, kind, reason, ordered_at) SELECT id, 'invoice', "
    "'retention', 2524608000000000 FROM invoices" +
    std::string(second);

const std::string a_row_more =
    "INSERT INTO invoices (id, series, year, n, number, kind, order_id, occasion, credits_id, "
    "issuer_id, buyer_id, issued_at, issue_day, fiscal_year_end, currency, net_minor, vat_minor, "
    "gross_minor, record_sha256, xml_sha256, record, xml) SELECT id || 'x', series, year, 9, "
    "'PF-2026-000009', kind, order_id || 'x', occasion, credits_id, issuer_id, buyer_id, "
    "issued_at, "
    "issue_day, fiscal_year_end, currency, net_minor, vat_minor, gross_minor, record_sha256, "
    "xml_sha256, record, xml FROM invoices" +
    std::string(second);

/// What a document's column of the third invoice says, into the second's.
std::string of_the_third(const std::string& column)
{
    return "UPDATE invoices SET " + column + " = (SELECT o." + column +
           " FROM invoices o WHERE o.series = 'PF' AND o.n = 3)" + second;
}

std::vector<Edit> those_seen()
{
    return {
        {"number and n of two swapped",
         sql({"UPDATE invoices SET n = 9, number = 'x' WHERE series = 'PF' AND n = 1",
              "UPDATE invoices SET n = 1, number = 'PF-2026-000001' WHERE series = 'PF' AND n = 2",
              "UPDATE invoices SET n = 2, number = 'PF-2026-000002' WHERE series = 'PF' AND n = "
              "9"}),
         Code::columns_changed},
        {"an invoice gone with its links",
         sql(and_then(without_rows(second), {std::string("DELETE FROM invoice_chain") + second})),
         Code::number_missing},
        {"an invoice gone, its links kept", sql(without_rows(second)), Code::invoice_lost},
        {"the link of an invoice gone",
         sql({std::string("DELETE FROM invoice_chain") + second + " AND entry = 'invoice'"}),
         Code::number_missing},
        {"the link of a file gone",
         sql({std::string("DELETE FROM invoice_chain") + second + " AND entry = 'file'"}),
         Code::file_unlinked},
        {"two links reordered",
         sql({"UPDATE invoice_chain SET position = 99 WHERE series = 'PF' AND position = 3",
              "UPDATE invoice_chain SET position = 3 WHERE series = 'PF' AND position = 5",
              "UPDATE invoice_chain SET position = 5 WHERE series = 'PF' AND position = 99"}),
         Code::out_of_order},
        {"a link's hash changed", set_of_link("hash = 'x'"), Code::chain_broken},
        {"a link's commitment changed", set_of_link("commitment = 'x'"), Code::chain_broken},
        {"a commitment changed, every hash made anew",
         [](Hand& hand) {
             set_of_link("commitment = 'x'")(hand);
             hand.chain_again("PF");
         },
         Code::columns_changed},
        {"the counter's number set back",
         sql({"UPDATE invoice_series SET last_n = 2 WHERE series = 'PF'"}), Code::counter_wrong,
         last_number},
        {"the counter's hash changed",
         sql({"UPDATE invoice_series SET last_hash = 'x' WHERE series = 'PF'"}),
         Code::counter_wrong, last_number},
        {"the counter's position set back",
         sql({"UPDATE invoice_series SET positions = 5 WHERE series = 'PF'"}), Code::beyond_counter,
         last_number},
        {"a salt gone", sql({std::string("DELETE FROM invoice_salts") + its}), Code::salt_lost},
        {"a salt changed", sql({std::string("UPDATE invoice_salts SET salt = 'x'") + its}),
         Code::columns_changed},
        {"the pieces of a PDF gone", sql({std::string("DELETE FROM invoice_file_chunks") + its}),
         Code::file_lost},
        {"the hash of a PDF changed",
         sql({std::string("UPDATE invoice_files SET sha256 = 'x'") + its}), Code::file_changed},
        {"a row that no link knows", sql({a_row_more}), Code::invoice_unlinked, "PF-2026-000009"},
        {"a record's bytes changed", sql({of_the_third("record")}), Code::record_changed,
         "PF-2026-000002", true},
        {"a PDF's bytes changed",
         sql({std::string("UPDATE invoice_file_chunks SET content = 'eHh4'") + its}),
         Code::file_changed, "PF-2026-000002", true},
    };
}

std::vector<Edit> those_missed()
{
    return {
        {"the numbers of two swapped",
         sql({"UPDATE invoices SET number = 'x' WHERE series = 'PF' AND n = 1",
              "UPDATE invoices SET number = 'PF-2026-000001' WHERE series = 'PF' AND n = 2",
              "UPDATE invoices SET number = 'PF-2026-000002' WHERE series = 'PF' AND n = 1"}),
         Code::columns_changed, first_number},
        {"a number renamed", set("number = 'FAKE-1'"), Code::columns_changed},
        {"a net amount", set("net_minor = net_minor + 1"), Code::columns_changed},
        {"a gross amount", set("gross_minor = gross_minor + 1"), Code::columns_changed},
        {"a day of issue", set("issue_day = '2026-11-04'"), Code::columns_changed},
        {"an instant of issue", set("issued_at = issued_at + 1"), Code::columns_changed},
        {"a buyer", set("buyer_id = 'acc_somebody'"), Code::columns_changed},
        {"an issuer", set("issuer_id = 'acc_somebody'"), Code::columns_changed},
        {"the end of a fiscal year", set("fiscal_year_end = '2016-12-31'"), Code::columns_changed},
        {"a kind", set("kind = 'fee_invoice'"), Code::columns_changed},
        {"an order", set("order_id = 'ord_another'"), Code::columns_changed},
        {"an XML of another", sql({of_the_third("xml")}), Code::xml_changed, "PF-2026-000002",
         true},
        {"an XML cut", set("xml = SUBSTR(xml, 1, LENGTH(xml) - 8)"), Code::xml_changed,
         "PF-2026-000002", true},
        {"every XML replaced", sql({"UPDATE invoices SET xml = 'eHh4'"}), Code::xml_changed,
         last_number, true},
        {"the hash of an XML", set("xml_sha256 = 'x'"), Code::columns_changed},
        {"a PDF, row and pieces",
         sql({std::string("DELETE FROM invoice_file_chunks") + its,
              std::string("DELETE FROM invoice_files") + its}),
         Code::file_lost},
        {"every PDF, rows and pieces",
         sql({"DELETE FROM invoice_file_chunks", "DELETE FROM invoice_files"}), Code::file_lost,
         last_number},
        {"the key of one document",
         [](Hand& hand) {
             const auto id =
                 hand.tx.one<std::string>(std::string("SELECT id FROM invoices") + second);
             hand.run_on_keys("DELETE FROM data_keys WHERE subject_id = '" + id + "'");
         },
         Code::key_lost},
        {"the keys of every document", keys("DELETE FROM data_keys WHERE category = 'document'"),
         Code::key_lost, last_number},
        {"every key", keys("DELETE FROM data_keys"), Code::key_lost, last_number},
        {"the size of a PDF", sql({std::string("UPDATE invoice_files SET size = size + 1") + its}),
         Code::file_changed},
        {"a link's instant, by a microsecond", set_of_link("issued_at = issued_at + 1"),
         Code::chain_broken},
        {"the counter of a series", sql({"DELETE FROM invoice_series WHERE series = 'PF'"}),
         Code::series_lost, last_number},
        {"every counter", sql({"DELETE FROM invoice_series"}), Code::series_lost, last_number},
        {"a whole series",
         sql(and_then(without_rows(" WHERE series = 'PF'"),
                      {"DELETE FROM invoice_chain WHERE series = 'PF'",
                       "DELETE FROM invoice_series WHERE series = 'PF'"})),
         Code::series_lost, last_number},
        {"the last invoice, with the counter set back",
         [](Hand& hand) {
             const std::string third = " WHERE series = 'PF' AND n = 3";
             sql(and_then(without_rows(third), {"DELETE FROM invoice_chain" + third}))(hand);
             hand.chain_again("PF");
         },
         Code::head_not_in_chain, last_number},
        {"an invoice, with the next one renumbered and the chain made anew", renumber,
         Code::head_not_in_chain, last_number},
        {"a forged order of destruction, carried out",
         sql(and_then({order_of_destruction}, without_rows(second))), Code::destroyed_too_early},
        {"an order of destruction dated when all may go, carried out today",
         sql(and_then({order_to_come}, without_rows(second))), Code::destroyed_too_early},
    };
}

std::function<void(Hand&)> set_of_series(const std::string& assignment)
{
    return sql({"UPDATE invoice_series SET " + assignment + " WHERE series = 'PF'"});
}

/// What a second auditor planted: heads with what they cover, and what only the row of a series
/// said.
std::vector<Edit> those_missed_again()
{
    return {
        {"the last invoice and every head, with the counter set back",
         [](Hand& hand) {
             const std::string third = " WHERE series = 'PF' AND n = 3";
             sql(and_then(without_rows(third),
                          {"DELETE FROM invoice_chain" + third, "DELETE FROM series_heads"}))(hand);
             hand.chain_again("PF");
         },
         Code::behind_anchor, last_number},
        {"every head of a series", sql({"DELETE FROM series_heads WHERE series = 'PF'"}),
         Code::head_missing, last_number},
        {"every head, with the chain made anew",
         [](Hand& hand) {
             sql({"DELETE FROM series_heads"})(hand);
             renumber(hand);
         },
         Code::head_missing, last_number},
        {"the hash of the head before",
         sql({"UPDATE series_heads SET head_before = 'x' WHERE series = 'PF'"}),
         Code::head_chain_broken, last_number},
        {"the issuer of a series", set_of_series("issuer_id = 'acc_somebody'"),
         Code::series_changed, first_number},
        {"the kind of a series", set_of_series("kind = 'credit_note'"), Code::series_changed,
         first_number},
        {"the seller of a series", set_of_series("seller = 'x'"), Code::series_changed,
         first_number, true},
        {"a successor that is none", set_of_series("successor = 'X'"), Code::not_as_decided,
         last_number},
        {"another's series as successor",
         set_of_series("successor = (SELECT MIN(o.series) FROM invoice_series o "
                       "WHERE o.series <> 'PF')"),
         Code::not_as_decided, last_number},
        {"a date that nobody accepted", set_of_series("accepted_until = last_issued_at"),
         Code::not_as_decided, last_number},
        {"a decision that was not done",
         sql({"INSERT INTO proposals (id, kind, subject_id, proposed_by, reason, evidence, state, "
              "made_at) VALUES ('prp_x', 'accept_series_date', 'PF', 'acc_x', '', '', "
              "'effective', 1)"}),
         Code::not_as_decided, last_number},
        {"an order to destroy what never was",
         sql({"INSERT INTO destruction_orders (object_id, kind, reason, ordered_at) VALUES "
              "('inv_never', 'invoice', 'retention', 1)"}),
         Code::order_unlinked, "inv_never", false, ""},
    };
}

} // namespace

std::vector<std::string> without_rows(const std::string& of_series)
{
    const auto ids = " WHERE invoice_id IN (SELECT i.id FROM invoices i" + of_series + ")";
    return {"DELETE FROM invoice_file_chunks" + ids, "DELETE FROM invoice_files" + ids,
            "DELETE FROM invoice_salts" + ids, "DELETE FROM invoices" + of_series};
}

const std::vector<Edit>& edits()
{
    static const auto all = [] {
        auto list = those_seen();
        for (auto more : {those_missed(), those_missed_again()})
            std::ranges::move(more, std::back_inserter(list));
        return list;
    }();
    return all;
}

} // namespace tests
