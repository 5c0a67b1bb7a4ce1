#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class Currency : std::uint8_t { eur };

std::string_view code(Currency currency); // ISO 4217
std::optional<Currency> parse_currency(std::string_view text);

/// Hundredths of a percent: 2000 is 20 %. Commission and VAT rates are exact.
struct BasisPoints {
    std::int64_t value = 0;
    constexpr auto operator<=>(const BasisPoints&) const = default;
};

/// A whole number of minor units in one currency. No floating point, no implicit rounding;
/// overflow and mixed currencies are bugs.
class Money {
public:
    constexpr Money(std::int64_t minor, Currency currency) : minor_(minor), currency_(currency) {}

    constexpr std::int64_t minor() const { return minor_; }
    constexpr Currency currency() const { return currency_; }
    constexpr bool operator==(const Money&) const = default;

private:
    std::int64_t minor_;
    Currency currency_;
};

Money operator+(Money a, Money b);
Money operator-(Money a, Money b);
Money operator-(Money a);

/// The largest amount a person may enter: ten million euros.
inline constexpr std::int64_t amount_max_minor = 1'000'000'000;

constexpr Money eur(std::int64_t cents)
{
    return {cents, Currency::eur};
}

/// Ten-thousandths of a unit: 7.5 hours is 75000 (EN 16931 BT-129, at most 4 decimals).
struct Quantity {
    std::int64_t e4 = 0;
    constexpr auto operator<=>(const Quantity&) const = default;
};

/// Millionths of a currency unit: 33.3333 EUR is 33333300 (EN 16931 BT-146, at most 6 decimals).
struct UnitPrice {
    std::int64_t e6 = 0;
    constexpr auto operator<=>(const UnitPrice&) const = default;
};

/// Read exactly what people write: digits, then at most 4, 6 and 2 decimals after a point; no
/// sign, no exponent, at most 15 digits in all. Nothing otherwise.
std::optional<Quantity> parse_quantity(std::string_view text);    // "7.5"
std::optional<UnitPrice> parse_unit_price(std::string_view text); // "33.3333"
std::optional<BasisPoints> parse_percent(std::string_view text);  // "5.5" is 550

/// numerator / denominator rounded half away from zero, exactly, in 128 bits.
std::int64_t half_up(std::int64_t a, std::int64_t b, std::int64_t denominator);

/// Quantity × unit price, half-up to the cent (BT-131).
Money line_amount(Quantity quantity, UnitPrice price, Currency currency);

/// `rate` of `whole`, half-up: commission, VAT on a taxable base (BT-117).
Money portion(Money whole, BasisPoints rate);

/// The taxable base inside a gross amount: gross × 10000 / (10000 + rate), half-up.
Money net_of_gross(Money gross, BasisPoints rate);

/// Splits `whole` by weight without losing or inventing a cent: leftover units go one each
/// to the largest remainders, earlier entries first.
std::vector<Money> split(Money whole, std::span<const std::int64_t> weights);

/// "1234.50": the amount as EN 16931 writes it.
std::string decimal(Money amount);
std::string decimal(Quantity quantity); // up to 4 decimals, no trailing zeros
std::string decimal(UnitPrice price);   // 2 to 6 decimals
std::string decimal(BasisPoints rate);  // "20.00"

} // namespace domain
