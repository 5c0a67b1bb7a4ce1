#include "invoicing/model/numbering.hpp"

#include <algorithm>

#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"

namespace invoicing {

using namespace domain;

std::optional<FieldError> series_ahead(const Series& series, Instant now)
{
    const auto& last = series.last_issued_at;
    if (last <= now + ahead_max || last <= series.accepted_until) return {};
    const auto at = to_text(last);
    return FieldError{
        "series_ahead",
        {"La série " + series.series + " porte déjà la date du " + at +
             " : deux personnes de l'équipe acceptent cette date ou commencent une autre série.",
         "The series " + series.series + " is dated " + at +
             " already: two people of the staff accept that date or start another series."}};
}

NumberTaken next_number(const Series& series, Instant now)
{
    if (auto why = series_ahead(series, now)) {
        throw Refused(Refusal::action_unavailable,
                      {"Les factures attendent : leur série est datée de l'avenir.",
                       "The invoices wait: their series is dated in the future."},
                      {*std::move(why)});
    }
    const auto at = std::max(series.last_issued_at, now);
    const std::int64_t year = int{day_in_paris(at).year()};
    check(year >= series.year, "a series never goes back to an earlier year");
    return {year, year == series.year ? series.last_n + 1 : 1, at};
}

std::string invoice_number(std::string_view series, const NumberTaken& taken)
{
    auto n = std::to_string(taken.n);
    if (n.size() < 6) n.insert(0, 6 - n.size(), '0');
    auto number = std::string(series) + "-" + std::to_string(taken.year) + "-" + n;
    check(is_invoice_number(number), "an invoice number keeps to the reform's syntax");
    return number;
}

bool is_invoice_number(std::string_view text)
{
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-_/";
    return !text.empty() && text.size() <= 35 &&
           text.find_first_not_of(allowed) == std::string_view::npos;
}

std::string provider_series(const Issuer& provider, int attempt)
{
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // no 0 O 1 I
    const auto digest = sha256_hex(provider.text() + "#" + std::to_string(attempt));
    std::string series = "P";
    for (std::size_t i = 0; i < 6; ++i) {
        series += alphabet[std::stoul(digest.substr(2 * i, 2), nullptr, 16) % alphabet.size()];
    }
    return series;
}

} // namespace invoicing
