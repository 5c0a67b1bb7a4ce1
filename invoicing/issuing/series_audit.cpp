#include "invoicing/issuing/series_audit.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "domain/core/crypto.hpp"
#include "domain/vault/vault.hpp"
#include "invoicing/issuing/invoice_store.hpp"
#include "invoicing/model/chain.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

struct Counter {
    std::string series;
    std::int64_t year = 0, last_n = 0, positions = 0;
    Instant last_issued_at{};
    std::string last_hash;
    auto fields() { return std::tie(series, year, last_n, positions, last_issued_at, last_hash); }
};

/// A link with what the invoice's own row says, where it still exists.
struct Link {
    std::int64_t position = 0;
    std::string entry, invoice_id;
    std::int64_t year = 0, n = 0;
    Instant issued_at{};
    std::string commitment, hash;
    std::optional<std::string> number, salt, file_sha256;
    std::optional<std::int64_t> row_year, row_n;
    auto fields()
    {
        return std::tie(position, entry, invoice_id, year, n, issued_at, commitment, hash, number,
                        salt, file_sha256, row_year, row_n);
    }
};

/// The next links, none beyond where the counter stood: documents are issued meanwhile.
std::vector<Link> links_after(Transaction& tx, const Counter& counter, std::int64_t position)
{
    return tx.all<Link>(R"(
        SELECT c.position, c.entry, c.invoice_id, c.year, c.n, c.issued_at, c.commitment, c.hash,
               i.number, s.salt, f.sha256, i.year, i.n
          FROM invoice_chain c
          LEFT JOIN invoices i ON i.id = c.invoice_id
          LEFT JOIN invoice_salts s ON s.invoice_id = c.invoice_id
          LEFT JOIN invoice_files f ON f.invoice_id = c.invoice_id
         WHERE c.series = :series AND c.position > :position AND c.position <= :last
         ORDER BY c.position
         LIMIT 500)",
                        counter.series, position, counter.positions);
}

/// Walks one series from its first link to its last.
class Walk {
public:
    explicit Walk(SeriesFinding& finding) : finding_(finding) {}

    void step(Transaction& tx, const Link& link)
    {
        finding_.chain_holds = finding_.chain_holds && link.position == position_ + 1 &&
                               link.hash == linked(hash_, link.commitment);
        position_ = link.position;
        hash_ = link.hash;
        if (link.entry == "invoice") number(link);
        if (!matches(tx, link)) finding_.records_match = false;
    }

    void compare(const Counter& counter)
    {
        for (const auto& [year, numbers] : seen_) {
            finding_.gaps += *numbers.rbegin() - static_cast<std::int64_t>(numbers.size());
        }
        const auto last_n = seen_.empty() ? 0 : *seen_.rbegin()->second.rbegin();
        const auto last_year = seen_.empty() ? 0 : seen_.rbegin()->first;
        finding_.counter_agrees = counter.positions == position_ && counter.last_hash == hash_ &&
                                  counter.last_n == last_n && counter.year == last_year &&
                                  counter.last_issued_at == last_at_;
    }

private:
    void number(const Link& link)
    {
        ++finding_.invoices;
        if (!link.number) ++finding_.destroyed;
        if (!seen_[link.year].insert(link.n).second) ++finding_.duplicates;
        const auto here = std::pair{link.year, link.n};
        finding_.in_order = finding_.in_order && link.issued_at >= last_at_ && here > last_number_;
        last_at_ = link.issued_at;
        last_number_ = here;
    }

    /// Whether the invoice, as it can be read today, is what the link committed to. What was
    /// destroyed cannot be asked any more.
    static bool matches(Transaction& tx, const Link& link)
    {
        if (!link.salt) return !link.number;
        if (link.row_year != link.year || link.row_n != link.n) return false;
        const auto id = InvoiceId::parse(link.invoice_id);
        if (!id) return false;
        if (link.entry == "invoice") {
            const auto record = record_text(tx, *id);
            return !record || commitment_of(*link.salt, *record) == link.commitment;
        }
        const auto bytes = file_bytes(tx, *id);
        if (!bytes) return !link.file_sha256 || tx.vault.keys_of(link.invoice_id) == 0;
        return link.file_sha256 == sha256_hex(*bytes) &&
               commitment_of(*link.salt, *link.file_sha256) == link.commitment;
    }

    SeriesFinding& finding_;
    std::int64_t position_ = 0;
    std::string hash_;
    Instant last_at_{};
    std::pair<std::int64_t, std::int64_t> last_number_{0, 0};
    std::map<std::int64_t, std::set<std::int64_t>> seen_; // by year
};

/// Links beyond the counter, seen in one statement so that nobody issues in between.
void look_beyond(Transaction& tx, SeriesFinding& finding)
{
    const auto beyond = tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM invoice_chain c
          JOIN invoice_series s ON s.series = c.series
         WHERE c.series = :series AND c.position > s.positions)",
                                             finding.series);
    if (beyond > 0) finding.counter_agrees = false;
}

/// Invoices that are gone although no destruction was ever ordered.
void count_missing(Transaction& tx, SeriesFinding& finding)
{
    finding.destroyed_without_order = tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM invoice_chain c
         WHERE c.series = :series AND c.entry = 'invoice'
           AND NOT EXISTS (SELECT 1 FROM invoices i WHERE i.id = c.invoice_id)
           AND NOT EXISTS (SELECT 1 FROM destruction_orders d WHERE d.object_id = c.invoice_id))",
                                                           finding.series);
}

/// Rendering follows issuing within seconds, and is tried again until it is done.
void count_without_document(Transaction& tx, SeriesFinding& finding)
{
    constexpr std::chrono::hours patience{1};
    finding.without_document = tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM invoice_chain c
         WHERE c.series = :series AND c.entry = 'invoice' AND c.issued_at < :before
           AND NOT EXISTS (SELECT 1
                             FROM invoice_chain f
                            WHERE f.invoice_id = c.invoice_id AND f.entry = 'file'))",
                                                    finding.series, tx.now - patience);
}

/// Invoices that no link knows, or two invoices on one number: the walk would not see them.
void count_unlinked(Transaction& tx, SeriesFinding& finding)
{
    const auto unlinked = tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM invoices i
         WHERE i.series = :series
           AND NOT EXISTS (SELECT 1 FROM invoice_chain c
                            WHERE c.invoice_id = i.id AND c.entry = 'invoice'))",
                                               finding.series);
    if (unlinked > 0) finding.records_match = false;
    finding.duplicates += tx.one<std::int64_t>(R"(
        SELECT COUNT(*) - COUNT(DISTINCT number)
          FROM invoices
         WHERE series = :series)",
                                               finding.series);
}

} // namespace

bool SeriesReport::is_clean() const
{
    return std::ranges::all_of(series, &SeriesFinding::is_clean);
}

SeriesReport audit(Transaction& tx, const std::function<void(std::int64_t)>& walked)
{
    SeriesReport report;
    std::int64_t links_walked = 0;
    const auto counters = tx.all<Counter>(R"(
        SELECT series, year, last_n, positions, last_issued_at, last_hash
          FROM invoice_series
         ORDER BY series)");
    for (const auto& counter : counters) {
        SeriesFinding finding;
        finding.series = counter.series;
        Walk walk(finding);
        std::int64_t position = 0;
        for (auto links = links_after(tx, counter, 0); !links.empty();
             links = links_after(tx, counter, position)) {
            for (const auto& link : links)
                walk.step(tx, link);
            position = links.back().position;
            links_walked += std::ssize(links);
            walked(links_walked);
        }
        walk.compare(counter);
        count_unlinked(tx, finding);
        count_missing(tx, finding);
        count_without_document(tx, finding);
        look_beyond(tx, finding);
        report.series.push_back(std::move(finding));
    }
    return report;
}

} // namespace invoicing::issuing
