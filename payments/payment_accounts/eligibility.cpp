#include "payments/payment_accounts/eligibility.hpp"

#include <sstream>

#include "domain/orders/release_block.hpp"
#include "payments/gateway/result_codes.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"
#include "payments/payment_accounts/payment_accounts.hpp"

namespace payments::payment_accounts {

namespace {

using domain::Platform;
using domain::Transaction;
using domain::payees::Hurdle;

using Hurdles = std::vector<Hurdle>;

std::vector<std::string> words_of(const std::string& text)
{
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

Hurdle verify(std::string code, domain::Say reason, std::vector<std::string> details = {})
{
    return {std::move(code), std::move(reason), "verify_identity", "/v1/me/identity-verification",
            std::move(details)};
}

Hurdle verify_again()
{
    return verify("identity_out_of_date",
                  {"Votre identité doit être vérifiée à nouveau ; rien ne vous est payé avant.",
                   "Your identity has to be verified again; nothing is paid to you before."});
}

/// A level follows a verification within hours; one that is missing a day later was taken away: the
/// verification has to be renewed.
bool has_lapsed(const Verification& validated, domain::Instant now)
{
    constexpr std::chrono::hours level_follows{24};
    return validated.decided_at && *validated.decided_at + level_follows < now;
}

/// What keeps somebody from being known well enough, by how far the latest verification is.
Hurdle identity_hurdle(const std::optional<Verification>& latest, domain::Instant now)
{
    switch (latest ? latest->state : VerificationStatus::expired) {
    case VerificationStatus::expired: break;
    case VerificationStatus::pending:
        return {"identity_being_verified",
                {"La vérification de votre identité n'est pas terminée.",
                 "The verification of your identity is not finished."},
                "continue_verification",
                latest->hosted_url};
    case VerificationStatus::refused:
        return verify("identity_refused",
                      {"Mangopay n'a pas pu vérifier votre identité : recommencez.",
                       "Mangopay could not verify your identity: start again."},
                      words_of(latest->reasons));
    case VerificationStatus::out_of_date: return verify_again();
    case VerificationStatus::validated: // but not REGULAR
        if (has_lapsed(*latest, now)) return verify_again();
        [[fallthrough]];
    case VerificationStatus::review:
    case VerificationStatus::pending_psc_action:
    case VerificationStatus::other:
        return {"identity_under_review",
                {"Mangopay examine vos documents : rien à faire pour l'instant.",
                 "Mangopay is reviewing your documents: nothing to do for now."},
                "wait",
                "/v1/me/identity-verification",
                words_of(latest->reasons)};
    }
    return domain::payees::identity_not_verified();
}

Hurdle refused_details(const std::string& code)
{
    return {"details_refused_by_mangopay",
            explain("param_error").text,
            "complete_profile",
            "/v1/me",
            {code}};
}

void on_identity(Transaction& tx, const PaymentAccount& owner, Hurdles& found)
{
    if (!owner.identity_refusal.empty()) found.push_back(refused_details(owner.identity_refusal));
    if (owner.is_verified(tx.now)) return;
    found.push_back(identity_hurdle(current_verification(tx, owner), tx.now));
}

void on_authentication(const PaymentAccount& owner, Hurdles& found)
{
    if (owner.user_status != UserStatus::pending_user_action) return;
    found.push_back({"strong_authentication_needed",
                     {"Activez l'authentification forte de votre compte de paiement.",
                      "Set up strong authentication for your payment account."},
                     "enrol",
                     "/v1/me/strong-authentication"});
}

void on_recipient(Transaction& tx, const PaymentAccount& owner, Hurdles& found)
{
    constexpr auto link = "/v1/me/payout-recipient";
    if (!owner.payout_blocked_code.empty()) {
        found.push_back({"payout_failed",
                         explain(owner.payout_blocked_code).text,
                         "register_recipient",
                         link,
                         {owner.payout_blocked_code}});
        return;
    }
    if (active_recipient(tx, owner.account_id)) return;
    const auto latest = latest_recipient(tx, owner.account_id);
    if (latest && latest->state == RecipientStatus::pending) {
        found.push_back({"recipient_awaits_authentication",
                         {"Confirmez votre compte bancaire par authentification forte ; le lien "
                          "dure dix minutes, indiquez le compte à nouveau s'il a expiré.",
                          "Confirm your bank account by strong authentication; the link lasts ten "
                          "minutes, give the account again when it has expired."},
                         "register_recipient",
                         link});
        return;
    }
    found.push_back(domain::payees::no_payout_recipient());
}

void on_blocking(const PaymentAccount& owner, const Platform& platform, Hurdles& found)
{
    const auto support = "mailto:" + platform.company.contact_email;
    if (owner.user_status == UserStatus::closed) {
        found.push_back({"payment_account_closed",
                         {"Votre compte de paiement est clos. Contactez l'assistance.",
                          "Your payment account is closed. Contact support."},
                         "contact_support",
                         support});
    } else if (owner.inflows_blocked || owner.outflows_blocked) {
        found.push_back({std::string(domain::orders::blocked_by_mangopay),
                         explain("0087").text,
                         "contact_support",
                         support,
                         {owner.block_code}});
    }
}

void on_refusal(Transaction& tx, const AccountId& account, Hurdles& found)
{
    const auto code = refusal_of(tx, account, Role::owner);
    if (!code.empty()) found.push_back(refused_details(code));
}

} // namespace

Hurdles hurdles(Transaction& tx, const AccountId& account, const Platform& platform)
{
    Hurdles found;
    const auto owner = maybe_find(tx, account, Role::owner);
    if (!owner || !owner->is_open()) {
        on_refusal(tx, account, found);
        found.push_back(domain::payees::identity_not_verified());
        found.push_back(domain::payees::no_payout_recipient());
        return found;
    }
    on_blocking(*owner, platform, found);
    on_authentication(*owner, found);
    on_identity(tx, *owner, found);
    on_recipient(tx, *owner, found);
    return found;
}

} // namespace payments::payment_accounts
