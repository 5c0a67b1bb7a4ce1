#include "invoicing/archive/archive_store.hpp"

#include <algorithm>

#include "domain/core/refused.hpp"

namespace invoicing::archive {

namespace {

using namespace domain;

/// What a scope reaches, of `c`, a link. The day of issue is asked of the link and of the row, the
/// issuer of the series: whichever of them was changed, the document is still met, and named. What
/// was received is told by its row alone.
constexpr std::string_view reached = R"(c.entry = 'invoice'
           AND ((c.issued_at >= :from AND c.issued_at < :until)
                OR EXISTS (SELECT 1
                             FROM invoices m
                            WHERE m.id = c.invoice_id
                              AND m.issue_day >= :first_day AND m.issue_day <= :last_day))
           AND (:party = ''
                OR c.series IN (SELECT s.series FROM invoice_series s WHERE s.issuer_id = :party)
                OR c.invoice_id IN (SELECT m.id FROM invoices m WHERE m.buyer_id = :party)) )";

/// The scope as that asks for it.
struct Bounds {
    explicit Bounds(const Scope& scope)
        : from(start_of_day_in_paris(scope.period.from)),
          until(
              start_of_day_in_paris(std::chrono::sys_days{scope.period.to} + std::chrono::days{1})),
          first_day(to_text(scope.period.from)),
          last_day(to_text(scope.period.to)),
          party(scope.party ? scope.party->text() : "")
    {
    }

    Instant from, until;
    std::string first_day, last_day, party;
};

std::vector<std::string> series_of(Transaction& tx, const std::string& party)
{
    return tx.all<std::string>("SELECT series FROM invoice_series WHERE issuer_id = :party", party);
}

std::vector<Reached> told_apart(Transaction& tx, const Scope& scope,
                                std::vector<issuing::Evidence> documents)
{
    std::vector<std::string> own;
    if (scope.party) own = series_of(tx, scope.party->text());
    std::vector<Reached> all;
    for (auto& evidence : documents) {
        const bool is_issued =
            !scope.party || std::ranges::find(own, evidence.link.series) != own.end();
        all.push_back({std::move(evidence), is_issued ? Direction::issued : Direction::received});
    }
    return all;
}

struct Span {
    std::optional<Instant> first, last;
    auto fields() { return std::tie(first, last); }
};

} // namespace

std::vector<Reached> page_of_archive(Transaction& tx, const Scope& scope, const Cursor& after,
                                     int limit, Destroyed destroyed)
{
    const Bounds bounds(scope);
    const std::int64_t shown = destroyed == Destroyed::shown ? 1 : 0;
    std::string reached_page(reached);
    reached_page += R"(
           AND (:shown = 1 OR d.ordered_at IS NULL)
           AND (c.series, c.position) > (:series, :position)
         ORDER BY c.series, c.position
         LIMIT :limit)";
    return told_apart(tx, scope,
                      tx.all<issuing::Evidence>(issuing::select_evidence(reached_page), bounds.from,
                                                bounds.until, bounds.first_day, bounds.last_day,
                                                bounds.party, shown, after.series, after.position,
                                                limit));
}

Reached find_in_archive(Transaction& tx, const Scope& scope, const InvoiceId& id)
{
    const Bounds bounds(scope);
    auto found =
        told_apart(tx, scope,
                   tx.all<issuing::Evidence>(issuing::select_evidence(std::string(reached) + R"(
           AND c.invoice_id = :id)"),
                                             bounds.from, bounds.until, bounds.first_day,
                                             bounds.last_day, bounds.party, id));
    const bool is_there =
        !found.empty() && (found[0].evidence.has_row || !found[0].evidence.destruction_ordered_at);
    if (!is_there) throw not_found();
    return std::move(found[0]);
}

std::optional<Period> covered(Transaction& tx, const Scope& scope)
{
    const Bounds bounds(scope);
    const auto span =
        tx.one<Span>(std::string(R"(
        SELECT MIN(c.issued_at), MAX(c.issued_at)
          FROM invoice_chain c
         WHERE )") + std::string(reached) +
                         R"(
           AND NOT EXISTS (SELECT 1 FROM destruction_orders d WHERE d.object_id = c.invoice_id))",
                     bounds.from, bounds.until, bounds.first_day, bounds.last_day, bounds.party);
    if (!span.first) return {};
    auto period = scope.period;
    if (period.from <= always.from) period.from = day_in_paris(*span.first);
    if (period.to >= always.to) period.to = day_in_paris(*span.last);
    return period;
}

void journal(Transaction& tx, const Scope& scope, std::string_view what, std::string_view object)
{
    tx.run(R"(
        INSERT INTO archive_reads (id, at, reader, what, object)
        VALUES (:id, :at, :reader, :what, :object))",
           "rea_" + fresh_suffix(tx.now), tx.now, scope.reader, what, object);
}

} // namespace invoicing::archive
