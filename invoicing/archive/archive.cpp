#include "invoicing/archive/archive.hpp"

#include <algorithm>
#include <charconv>

#include "domain/core/check.hpp"
#include "domain/core/refused.hpp"

namespace invoicing::archive {

namespace {

using namespace domain;

constexpr Day first_day{std::chrono::year{1970}, std::chrono::January, std::chrono::day{1}};
constexpr Day last_day{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

Day day_or(const std::optional<std::string>& text, Day otherwise)
{
    if (!text) return otherwise;
    const auto day = parse_day(*text);
    check(day.has_value(), "a stored day is a day");
    return *day;
}

std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return {};
    return value;
}

} // namespace

Scope scope_of(const ArchiveKey& key)
{
    return {
        key.id.text(), key.issuer, {day_or(key.from_day, first_day), day_or(key.to_day, last_day)}};
}

Scope scope_of_accountant(const AccountId& accountant)
{
    return {accountant.text(), {}, {first_day, last_day}};
}

Scope within(Scope scope, const Period& period)
{
    scope.period.from = std::max(scope.period.from, period.from);
    scope.period.to = std::min(scope.period.to, period.to);
    return scope;
}

std::string text_of(const Cursor& cursor)
{
    return cursor.series + "." + std::to_string(cursor.year) + "." + std::to_string(cursor.n);
}

Cursor cursor_after(const issuing::Summary& invoice)
{
    return {invoice.series, invoice.year, invoice.n};
}

Cursor parse_cursor(std::string_view text)
{
    if (text.empty()) return {};
    const auto last = text.rfind('.');
    const auto middle = last == text.npos ? text.npos : text.rfind('.', last - 1);
    if (middle != text.npos && middle > 0) {
        const auto year = number_in(text.substr(middle + 1, last - middle - 1));
        const auto n = number_in(text.substr(last + 1));
        if (year && n) return {std::string(text.substr(0, middle)), *year, *n};
    }
    throw Refused(Refusal::invalid_fields,
                  {"Le curseur n'est pas lisible.", "The cursor is not readable."},
                  {{"cursor", {"Reprenez la valeur de « next ».", "Use the value of \"next\"."}}});
}

std::vector<issuing::Summary> page_of_archive(Transaction& tx, const Scope& scope,
                                              const Cursor& after, int limit)
{
    const std::string issuer = scope.issuer ? scope.issuer->text() : "";
    return tx.all<issuing::Summary>(
        issuing::select_summaries(R"((i.series, i.year, i.n) > (:series, :year, :n)
           AND i.issue_day >= :from_day AND i.issue_day <= :to_day
           AND (:issuer = '' OR i.issuer_id = :issuer)
         ORDER BY i.series, i.year, i.n
         LIMIT :limit)"),
        after.series, after.year, after.n, to_text(scope.period.from), to_text(scope.period.to),
        issuer, limit);
}

issuing::Summary find_in_archive(Transaction& tx, const Scope& scope, const InvoiceId& id)
{
    auto invoice = issuing::maybe_summary(tx, id);
    const bool is_reached = invoice && (!scope.issuer || *scope.issuer == invoice->issuer) &&
                            invoice->issue_day >= to_text(scope.period.from) &&
                            invoice->issue_day <= to_text(scope.period.to);
    if (!is_reached) throw not_found();
    return std::move(*invoice);
}

void journal(Transaction& tx, const Scope& scope, std::string_view what, std::string_view object)
{
    tx.run(R"(
        INSERT INTO archive_reads (id, at, reader, what, object)
        VALUES (:id, :at, :reader, :what, :object))",
           "rea_" + fresh_suffix(tx.now), tx.now, scope.reader, what, object);
}

} // namespace invoicing::archive
