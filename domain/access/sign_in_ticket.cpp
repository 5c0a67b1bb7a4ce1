#include "domain/access/sign_in_ticket.hpp"

#include <charconv>
#include <utility>

#include "domain/access/second_factor.hpp"
#include "domain/core/crypto.hpp"

namespace domain::access {

namespace {

constexpr std::string_view ticket_prefix = "tkt-";

/// "tkt-acc_….1790000000000000.signature"
struct Parts {
    std::string_view claim; // what is signed of it
    AccountId account;
    Instant until;
    std::string_view signature;
};

std::optional<Parts> parts_of(std::string_view text)
{
    if (!text.starts_with(ticket_prefix)) return {};
    const auto first = text.find('.');
    const auto last = text.rfind('.');
    if (first == std::string_view::npos || first == last) return {};
    const auto account =
        AccountId::parse(text.substr(ticket_prefix.size(), first - ticket_prefix.size()));
    const auto digits = text.substr(first + 1, last - first - 1);
    std::int64_t until = 0;
    const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), until);
    const bool is_whole = error == std::errc() && rest == digits.data() + digits.size();
    if (!account || !is_whole) return {};
    return Parts{text.substr(0, last), *account, instant_of(until), text.substr(last + 1)};
}

std::string signature_of(const Vault& vault, std::string_view claim, const Credentials& credentials)
{
    return vault.signature("sign_in_ticket", std::string(claim) + "." +
                                                 sha256_hex(credentials.password_hash) + "." +
                                                 sha256_hex(credentials.totp_secret));
}

} // namespace

std::string ticket_for(const Vault& vault, const AccountId& account, const Credentials& credentials,
                       Instant now)
{
    const auto claim = std::string(ticket_prefix) + account.text() + "." +
                       std::to_string(micros(now + ticket_life));
    return claim + "." + signature_of(vault, claim, credentials);
}

std::optional<AccountId> named_by_ticket(std::string_view text)
{
    const auto parts = parts_of(text);
    return parts ? std::optional(parts->account) : std::nullopt;
}

bool is_ticket_of(const Vault& vault, std::string_view text, const AccountId& account,
                  const Credentials& credentials, Instant now)
{
    const auto parts = parts_of(text);
    if (!parts || parts->account != account || now >= parts->until) return false;
    return credentials.totp_confirmed &&
           equal_in_constant_time(parts->signature, signature_of(vault, parts->claim, credentials));
}

SecurityRefusal dead_ticket()
{
    return {
        SecurityEvent::sign_in_refused,
        {Refusal::not_signed_in,
         {"Cette connexion est restée trop longtemps en suspens, ou ce qui la protège a changé : "
          "donnez de nouveau votre adresse et votre mot de passe.",
          "This sign-in was left waiting too long, or what protects it has changed: give your "
          "address and your password again."}}};
}

CodeNeeded::CodeNeeded(std::string ticket) : Refused(code_needed()), ticket_(std::move(ticket)) {}

} // namespace domain::access
