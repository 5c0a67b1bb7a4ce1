#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "domain/core/country.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "payments/gateway/ids.hpp"

namespace payments {

/// What a money operation makes at Mangopay.
enum class Kind : std::uint8_t {
    user,
    wallet,
    verification,
    recipient,
    pay_in,
    transfer,
    refund,
    payout,
};

std::string_view name(Kind kind);
std::optional<Kind> parse_kind(std::string_view text);

/// Money moves: the kinds whose success comes later than their creation.
inline constexpr std::array money_movements = {Kind::pay_in, Kind::transfer, Kind::refund,
                                               Kind::payout};

constexpr bool moves_money(Kind kind)
{
    return std::ranges::find(money_movements, kind) != money_movements.end();
}

/// A client is a PAYER, a provider an OWNER; somebody who is both has two users at Mangopay.
enum class Role : std::uint8_t { payer, owner };

std::string_view name(Role role);
std::optional<Role> parse_role(std::string_view text);

struct Address {
    std::string line1, line2, postcode, city;
    domain::Country country;
};

struct Person {
    std::string first_name, surname, email;
    domain::Country nationality, country_of_residence;
    std::optional<domain::Day> birth_day;
    std::string phone;
    domain::Country phone_country; // of a number without +
    Address address;
};

struct Company {
    std::string name, type, number; // BUSINESS, ORGANIZATION or SOLETRADER; SIREN
    Address headquarters;
};

struct NewUser {
    Role role;
    Person person; // the legal representative of a company
    std::optional<Company> company;
    std::string tag;
};

struct NewWallet {
    UserId user_id;
    std::string description, tag;
};

struct NewVerification {
    UserId user_id;
    std::string return_url, tag;
};

/// Carries an IBAN: lives in memory only, from the request to Mangopay.
struct NewRecipient {
    UserId user_id;
    std::string iban, country;
    Person person;
    std::optional<Company> company;
    std::string tag;
};

/// A card payment on Mangopay's own page.
struct PayIn {
    UserId payer_id;
    WalletId wallet_id;
    UserId beneficiary_id;
    std::string return_url, culture;
    domain::Money amount;
    std::string tag;
};

struct Transfer {
    UserId payer_id;
    WalletId from_wallet, to_wallet;
    domain::Money amount, fees;
    std::string tag;
};

struct Refund {
    UserId payer_id;
    PayInId pay_in_id;
    domain::Money amount;
    std::string tag;
};

struct Payout {
    UserId owner_id;
    WalletId wallet_id;
    RecipientId recipient_id;
    std::string reference;
    domain::Money amount;
    std::string tag;
};

using Command = std::variant<NewUser, NewWallet, NewVerification, NewRecipient, PayIn, Transfer,
                             Refund, Payout>;

Kind kind_of(const Command& command);

} // namespace payments
