#include "payments/gateway/statuses.hpp"

#include <string>

#include "domain/core/log.hpp"

namespace payments {

namespace {

template <typename Enum>
Enum known(const domain::Words<Enum>& words, std::string_view of, std::string_view word)
{
    if (const auto value = words.parse(word)) return *value;
    domain::log(domain::Level::warning, "mangopay_word_unknown",
                {{"of", std::string(of)}, {"word", std::string(word)}});
    return Enum::other;
}

} // namespace

UserStatus user_status(std::string_view word)
{
    return known(user_statuses, "user", word);
}

KycLevel kyc_level(std::string_view word)
{
    return known(kyc_levels, "kyc_level", word);
}

VerificationStatus verification_status(std::string_view word)
{
    return known(verification_statuses, "verification", word);
}

RecipientStatus recipient_status(std::string_view word)
{
    return known(recipient_statuses, "recipient", word);
}

} // namespace payments
