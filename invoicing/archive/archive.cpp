#include "invoicing/archive/archive.hpp"

#include <algorithm>
#include <charconv>

#include "domain/core/check.hpp"
#include "domain/core/refused.hpp"
#include "domain/core/words.hpp"

namespace invoicing::archive {

namespace {

using namespace domain;

constexpr Word<Direction> words[] = {{Direction::issued, "issued"},
                                     {Direction::received, "received"}};
constexpr Words<Direction> directions(words);

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

std::string_view name(Direction direction)
{
    return directions.name(direction);
}

Scope scope_of(const ArchiveKey& key)
{
    return {key.id.text(),
            key.issuer,
            {day_or(key.from_day, always.from), day_or(key.to_day, always.to)}};
}

Scope scope_of_accountant(const AccountId& accountant)
{
    return {accountant.text(), {}, always};
}

Scope within(Scope scope, const Period& period)
{
    scope.period.from = std::max(scope.period.from, period.from);
    scope.period.to = std::min(scope.period.to, period.to);
    return scope;
}

std::string period_text(const Scope& scope)
{
    return to_text(scope.period.from) + "/" + to_text(scope.period.to);
}

std::string text_of(const Cursor& cursor)
{
    return cursor.series + "." + std::to_string(cursor.position);
}

Cursor parse_cursor(std::string_view text)
{
    if (text.empty()) return {};
    const auto dot = text.rfind('.');
    if (dot != text.npos && dot > 0) {
        const auto position = number_in(text.substr(dot + 1));
        if (position) return {std::string(text.substr(0, dot)), *position};
    }
    throw Refused(Refusal::invalid_fields,
                  {"Le curseur n'est pas lisible.", "The cursor is not readable."},
                  {{"cursor", {"Reprenez la liste à son début.", "Begin the list again."}}});
}

} // namespace invoicing::archive
