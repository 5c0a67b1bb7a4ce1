#include "invoicing/audit/walk.hpp"

#include <algorithm>
#include <optional>

#include "domain/core/check.hpp"
#include "invoicing/issuing/file_store.hpp"
#include "invoicing/issuing/intact.hpp"
#include "invoicing/model/numbering.hpp"

namespace invoicing::audit {

namespace {

using namespace domain;

/// Rendering follows issuing within seconds, and is tried again until it is done.
constexpr std::chrono::hours patience{1};

/// How long an invoice is kept after its fiscal year, at the least (C. com. L123-22).
constexpr int years_kept = 10;

/// "" where no number could be made of it.
std::string numbered(const std::string& series, std::int64_t year, std::int64_t n)
{
    try {
        return invoice_number(series, {year, n, {}});
    } catch (const Bug&) {
        return {};
    }
}

/// From when on it may be destroyed; nothing where its fiscal year cannot be read.
std::optional<Instant> may_go_from(const Link& link)
{
    const auto end = parse_day(link.fiscal_year_end);
    if (!end) return {};
    return start_of_day_in_paris(std::chrono::sys_days(plus_years(*end, years_kept)) +
                                 std::chrono::days{1});
}

std::string both(const char* what, std::int64_t one, const char* other, std::int64_t two)
{
    return std::string(what) + " " + std::to_string(one) + ", " + other + " " + std::to_string(two);
}

} // namespace

void Walk::step(const issuing::Evidence& evidence)
{
    const auto& link = evidence.link;
    ++line_.links;
    follow(link);
    if (evidence.is_of_invoice()) {
        count(link);
        look_at_invoice(evidence);
        look_at_order(evidence);
    } else {
        if (link.entry == name(Entry::file)) unrendered_.erase(link.invoice_id);
        look_at_file(evidence);
    }
    last_ = link;
}

void Walk::follow(const Link& link)
{
    const bool is_next = link.position == last_.position + 1;
    if (!is_next) {
        fault(link, Code::position_missing,
              both("after position", last_.position, "at position", link.position));
    }
    if (link.version != chain_version) {
        fault(link, Code::version_unknown, "formula " + std::to_string(link.version));
    } else if (is_next && hash_of(link, last_.hash) != link.hash) {
        fault(link, Code::chain_broken);
    }
    if (link.number != numbered(series_, link.year, link.n)) fault(link, Code::number_wrong);
}

void Walk::count(const Link& link)
{
    ++line_.invoices;
    const bool goes_back = link.year < last_year_ ||
                           (link.year == last_year_ && link.n < last_n_) ||
                           link.issued_at < last_at_;
    if (goes_back) fault(link, Code::out_of_order, "issued at " + to_text(link.issued_at));
    last_year_ = link.year;
    last_n_ = link.n;
    last_at_ = link.issued_at;
    given_[link.year].push_back(link.n);
    unrendered_.emplace(link.invoice_id, Unrendered{link.number, link.position, link.issued_at});
}

void Walk::look_at_invoice(const issuing::Evidence& evidence)
{
    const auto& link = evidence.link;
    if (!evidence.salt.empty()) ++known_.salts;
    if (!evidence.has_row) {
        if (evidence.destruction_ordered_at) {
            ++line_.destroyed;
        } else {
            fault(link, Code::invoice_lost);
        }
        return;
    }
    ++known_.invoices;
    if (!evidence.destruction_ordered_at) known_.to_be_opened.push_back(link.invoice_id);
    if (evidence.salt.empty()) {
        fault(link, Code::salt_lost);
    } else if (!issuing::is_committed(evidence)) {
        fault(link, Code::columns_changed,
              evidence.row.number == link.number ? "" : "the row says " + evidence.row.number);
    } else {
        testimony_.hear(link, evidence.row, line_.invoices == 1);
    }
}

void Walk::look_at_file(const issuing::Evidence& evidence)
{
    const auto& link = evidence.link;
    const auto& file = evidence.file;
    if (!evidence.has_file) {
        if (!evidence.destruction_ordered_at) fault(link, Code::file_lost);
        return;
    }
    ++known_.files;
    known_.pieces += evidence.pieces;
    if (evidence.destruction_ordered_at) fault(link, Code::kept_after_order, "its file");
    if (evidence.pieces != issuing::pieces_of(file.size)) {
        fault(link, Code::file_lost,
              both("pieces", evidence.pieces, "of", issuing::pieces_of(file.size)));
    }
    const bool can_tell = !evidence.salt.empty();
    if (can_tell && commitment_of(evidence.salt, file) != link.commitment)
        fault(link, Code::file_changed);
}

/// What came after the year in which it may go cannot be told from a forgery that waited for it.
void Walk::look_at_order(const issuing::Evidence& evidence)
{
    const auto ordered = evidence.destruction_ordered_at;
    if (!ordered) return;
    ++known_.orders;
    const auto from = may_go_from(evidence.link);
    if (from && std::min(*ordered, now_) < *from)
        fault(evidence.link, Code::destroyed_too_early, "ordered at " + to_text(*ordered));
    if (evidence.has_row || !evidence.salt.empty())
        fault(evidence.link, Code::kept_after_order, evidence.has_row ? "its row" : "its salt");
}

void Walk::finish(const Counter* counter)
{
    for (auto& [year, given] : given_)
        name_numbers(year, std::move(given));
    for (const auto& [_, invoice] : unrendered_) {
        if (invoice.issued_at < now_ - patience)
            fault_of(invoice.number, invoice.position, Code::not_rendered);
    }
    if (counter == nullptr) return;
    compare(*counter);
    if (auto fault = testimony_.against(counter->issuer_id, counter->kind))
        report_.add(*std::move(fault));
}

void Walk::name_numbers(std::int64_t year, std::vector<std::int64_t> given)
{
    std::ranges::sort(given);
    std::int64_t last = 0;
    for (const auto n : given) {
        if (n == last) fault_of(numbered(series_, year, n), 0, Code::number_twice);
        if (n > last + 1) {
            fault_of(numbered(series_, year, last + 1), 0, Code::number_missing,
                     n == last + 2 ? "" : "up to " + numbered(series_, year, n - 1));
        }
        last = n;
    }
}

void Walk::compare(const Counter& counter)
{
    const bool agrees = counter.positions == last_.position && counter.last_hash == last_.hash &&
                        counter.last_n == last_n_ && counter.year == last_year_ &&
                        counter.last_issued_at == last_at_;
    if (agrees) return;
    fault(last_, Code::counter_wrong,
          both("counter at position", counter.positions, "number", counter.last_n) + "; " +
              both("links up to position", last_.position, "number", last_n_));
}

void Walk::fault(const Link& link, Code code, std::string about)
{
    fault_of(link.number, link.position, code, std::move(about));
}

void Walk::fault_of(std::string number, std::int64_t position, Code code, std::string about)
{
    report_.add({series_, std::move(number), position, code, std::move(about)});
}

} // namespace invoicing::audit
