#include "domain/core/money.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>

#include "domain/core/check.hpp"

namespace domain {

namespace {

__extension__ using Wide = __int128; // -Wpedantic wants the word

std::int64_t narrow(Wide value)
{
    check(value <= std::numeric_limits<std::int64_t>::max() &&
              value >= std::numeric_limits<std::int64_t>::min(),
          "amounts fit 64 bits");
    return static_cast<std::int64_t>(value);
}

std::int64_t rounded(Wide numerator, Wide denominator)
{
    check(denominator > 0, "a divisor is positive");
    const Wide magnitude = numerator < 0 ? -numerator : numerator;
    const Wide quotient = (magnitude * 2 + denominator) / (denominator * 2);
    return narrow(numerator < 0 ? -quotient : quotient);
}

std::string fixed(std::int64_t value, int decimals, int decimals_kept)
{
    const bool negative = value < 0;
    std::string text = std::to_string(negative ? -value : value);
    const auto places = static_cast<std::size_t>(decimals);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, ".");
    for (int kept = decimals; kept > decimals_kept && text.back() == '0'; --kept)
        text.pop_back();
    if (text.back() == '.') text.pop_back();
    return negative ? "-" + text : text;
}

/// "12.5" with 4 decimals is 125000.
std::optional<std::int64_t> scaled(std::string_view text, int decimals)
{
    constexpr std::size_t digits_max = 15;
    const auto point = std::min(text.find('.'), text.size());
    const auto whole = text.substr(0, point);
    const auto fraction = point < text.size() ? text.substr(point + 1) : std::string_view("0");
    const bool is_number = !whole.empty() && !fraction.empty() &&
                           fraction.size() <= static_cast<std::size_t>(decimals) &&
                           whole.size() + fraction.size() <= digits_max &&
                           (whole.size() == 1 || whole.front() != '0');
    if (!is_number) return {};
    std::int64_t value = 0;
    for (const char c : std::string(whole) + std::string(fraction)) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    for (auto missing = static_cast<std::size_t>(decimals) - fraction.size(); missing > 0;
         --missing)
        value *= 10;
    return value;
}

} // namespace

std::string_view code(Currency currency)
{
    switch (currency) {
    case Currency::eur: return "EUR";
    }
    return "XXX";
}

std::optional<Currency> parse_currency(std::string_view text)
{
    if (text == "EUR") return Currency::eur;
    return {};
}

Money operator+(Money a, Money b)
{
    check(a.currency() == b.currency(), "sums are in one currency");
    return {narrow(Wide{a.minor()} + b.minor()), a.currency()};
}

Money operator-(Money a, Money b)
{
    return a + -b;
}

Money operator-(Money a)
{
    return {narrow(-Wide{a.minor()}), a.currency()};
}

std::optional<Quantity> parse_quantity(std::string_view text)
{
    const auto e4 = scaled(text, 4);
    return e4 ? std::optional(Quantity{*e4}) : std::nullopt;
}

std::optional<UnitPrice> parse_unit_price(std::string_view text)
{
    const auto e6 = scaled(text, 6);
    return e6 ? std::optional(UnitPrice{*e6}) : std::nullopt;
}

std::optional<BasisPoints> parse_percent(std::string_view text)
{
    const auto e2 = scaled(text, 2);
    return e2 ? std::optional(BasisPoints{*e2}) : std::nullopt;
}

std::int64_t half_up(std::int64_t a, std::int64_t b, std::int64_t denominator)
{
    return rounded(Wide{a} * b, denominator);
}

Money line_amount(Quantity quantity, UnitPrice price, Currency currency)
{
    // 10⁻⁴ × 10⁻⁶ of a unit into 10⁻² of a unit.
    return {half_up(quantity.e4, price.e6, 100'000'000), currency};
}

Money portion(Money whole, BasisPoints rate)
{
    return {half_up(whole.minor(), rate.value, 10'000), whole.currency()};
}

Money net_of_gross(Money gross, BasisPoints rate)
{
    return {half_up(gross.minor(), 10'000, 10'000 + rate.value), gross.currency()};
}

std::vector<Money> split(Money whole, std::span<const std::int64_t> weights)
{
    const Wide total = std::accumulate(weights.begin(), weights.end(), Wide{0});
    check(total > 0 && whole.minor() >= 0, "something is split among somebody");
    std::vector<std::int64_t> parts;
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::int64_t given = 0;
    for (const auto weight : weights) {
        parts.push_back(narrow(Wide{whole.minor()} * weight / total));
        given += parts.back();
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return Wide{whole.minor()} * weights[a] % total > Wide{whole.minor()} * weights[b] % total;
    });
    for (std::size_t i = 0; given < whole.minor(); ++i, ++given)
        ++parts[order[i]];
    std::vector<Money> result;
    result.reserve(parts.size());
    for (const auto part : parts)
        result.emplace_back(part, whole.currency());
    return result;
}

std::string decimal(Money amount)
{
    return fixed(amount.minor(), 2, 2);
}
std::string decimal(Quantity quantity)
{
    return fixed(quantity.e4, 4, 0);
}
std::string decimal(UnitPrice price)
{
    return fixed(price.e6, 6, 2);
}
std::string decimal(BasisPoints rate)
{
    return fixed(rate.value, 2, 2);
}

} // namespace domain
