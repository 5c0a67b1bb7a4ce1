#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "domain/core/words.hpp"

/// What Mangopay says of a user, a verification, a recipient, in its own words. It may find new
/// ones any day: such a word is `other`, which allows nothing and waits.
namespace payments {

enum class UserStatus : std::uint8_t {
    none, // there is no user yet
    pending_user_action,
    active,
    closed,
    other,
};
inline constexpr domain::Word<UserStatus> user_status_words[] = {
    {UserStatus::none, ""},         {UserStatus::pending_user_action, "PENDING_USER_ACTION"},
    {UserStatus::active, "ACTIVE"}, {UserStatus::closed, "CLOSED"},
    {UserStatus::other, "OTHER"},
};
inline constexpr domain::Words<UserStatus> user_statuses(user_status_words);

/// How well Mangopay knows somebody: only REGULAR may receive money.
enum class KycLevel : std::uint8_t { light, regular, other };
inline constexpr domain::Word<KycLevel> kyc_level_words[] = {
    {KycLevel::light, "LIGHT"},
    {KycLevel::regular, "REGULAR"},
    {KycLevel::other, "OTHER"},
};
inline constexpr domain::Words<KycLevel> kyc_levels(kyc_level_words);

enum class VerificationStatus : std::uint8_t {
    pending, // the person has not given everything yet
    review,  // Mangopay's people look
    pending_psc_action,
    validated,
    refused,
    expired,     // never finished
    out_of_date, // what was verified has changed
    other,
};
inline constexpr domain::Word<VerificationStatus> verification_status_words[] = {
    {VerificationStatus::pending, "PENDING"},
    {VerificationStatus::review, "REVIEW"},
    {VerificationStatus::pending_psc_action, "PENDING_PSC_ACTION"},
    {VerificationStatus::validated, "VALIDATED"},
    {VerificationStatus::refused, "REFUSED"},
    {VerificationStatus::expired, "EXPIRED"},
    {VerificationStatus::out_of_date, "OUT_OF_DATE"},
    {VerificationStatus::other, "OTHER"},
};
inline constexpr domain::Words<VerificationStatus> verification_statuses(verification_status_words);

/// More is to come: those to ask about again.
inline constexpr std::array open_verification_statuses = {VerificationStatus::pending,
                                                          VerificationStatus::review,
                                                          VerificationStatus::pending_psc_action};

enum class RecipientStatus : std::uint8_t {
    pending, // its owner has to confirm it
    active,
    canceled,
    deactivated,
    other,
};
inline constexpr domain::Word<RecipientStatus> recipient_status_words[] = {
    {RecipientStatus::pending, "PENDING"},   {RecipientStatus::active, "ACTIVE"},
    {RecipientStatus::canceled, "CANCELED"}, {RecipientStatus::deactivated, "DEACTIVATED"},
    {RecipientStatus::other, "OTHER"},
};
inline constexpr domain::Words<RecipientStatus> recipient_statuses(recipient_status_words);

constexpr std::string_view name(UserStatus status)
{
    return user_statuses.name(status);
}

constexpr std::string_view name(KycLevel level)
{
    return kyc_levels.name(level);
}

constexpr std::string_view name(VerificationStatus status)
{
    return verification_statuses.name(status);
}

constexpr std::string_view name(RecipientStatus status)
{
    return recipient_statuses.name(status);
}

// A word of Mangopay's, or one that we stored. One that we do not know is logged.
UserStatus user_status(std::string_view word);
KycLevel kyc_level(std::string_view word);
VerificationStatus verification_status(std::string_view word);
RecipientStatus recipient_status(std::string_view word);

} // namespace payments
