#include "domain/payees/readiness.hpp"

#include <algorithm>

#include "domain/accounts/account_store.hpp"
#include "domain/payees/payable_state_store.hpp"
#include "domain/profiles/profile_store.hpp"
#include "domain/terms/terms.hpp"

namespace domain::payees {

namespace {

using Hurdles = std::vector<Hurdle>;
using terms::Document;

/// What of the profile is to be mended: what the step still lacks, and what an invoice could not
/// carry beside.
struct Details {
    std::vector<FieldError> missing, unfit;

    std::vector<FieldError> all() const
    {
        auto fields = missing;
        fields.insert(fields.end(), unfit.begin(), unfit.end());
        return fields;
    }
};

Details details_of(Transaction& tx, const Conditions& conditions, const profiles::Profile& profile)
{
    const auto& policy = conditions.marketplace.policy;
    Details wrong{missing_fields(profile, policy, policy::Step::becoming_payable), {}};
    if (!conditions.invoice) return wrong;
    for (auto& complaint : conditions.invoice(tx, identity_in(profile))) {
        const bool is_missing = std::ranges::find(wrong.missing, complaint.field,
                                                  &FieldError::field) != wrong.missing.end();
        if (!is_missing) wrong.unfit.push_back(std::move(complaint));
    }
    return wrong;
}

void on_account(const accounts::Account& account, Hurdles& found)
{
    if (account.state == accounts::AccountState::active && account.is_provider) return;
    found.push_back({"account_not_active",
                     {"Ce compte n'est pas celui d'un prestataire en activité.",
                      "This account is not that of an active provider."},
                     "complete_profile",
                     "/v1/me"});
}

void on_details(const Details& wrong, Hurdles& found)
{
    const auto fields = wrong.all();
    if (fields.empty()) return;
    Hurdle hurdle{
        "legal_details_missing",
        {"Des informations légales manquent à votre profil, ou ne peuvent pas figurer sur "
         "une facture.",
         "Legal details are missing from your profile, or cannot stand on an invoice."},
        "complete_profile",
        "/v1/me"};
    for (const auto& [field, message] : wrong.unfit) {
        hurdle.reason.fr += " " + message.fr;
        hurdle.reason.en += " " + message.en;
    }
    for (const auto& one : fields)
        hurdle.details.push_back(one.field);
    found.push_back(std::move(hurdle));
}

/// A mandate was given by whom the account was then; `version` "": any.
void on_texts(const std::vector<terms::Acceptance>& accepted, std::string_view version,
              const Identity& identity, Hurdles& found)
{
    const auto is_accepted = [&](Document document, const auto& is_good) {
        return std::ranges::any_of(accepted, [&](const auto& one) {
            return one.document == name(document) && is_good(one);
        });
    };
    const auto is_mandate = [&](const terms::Acceptance& one) {
        return (version.empty() || one.version == version) &&
               (!identity.since || one.accepted_at >= *identity.since);
    };
    if (!is_accepted(Document::invoicing_mandate, is_mandate)) {
        found.push_back({"mandate_not_accepted",
                         {"Vous n'avez pas accepté le mandat de facturation en vigueur.",
                          "You have not accepted the invoicing mandate in force."},
                         "accept_terms",
                         "/v1/me/acceptances"});
    }
    if (!is_accepted(Document::mangopay_terms, [](const auto&) { return true; })) {
        found.push_back({std::string(mangopay_terms_not_accepted),
                         {"Vous n'avez pas accepté les conditions de Mangopay.",
                          "You have not accepted Mangopay's terms."},
                         "accept_terms",
                         "/v1/me/acceptances"});
    }
}

} // namespace

std::vector<FieldError> wrong_details(Transaction& tx, const Conditions& conditions,
                                      const profiles::Profile& profile)
{
    return details_of(tx, conditions, profile).all();
}

Hurdle identity_not_verified()
{
    return {"identity_not_verified",
            {"Votre identité n'est pas vérifiée.", "Your identity is not verified."},
            "verify_identity",
            "/v1/me/identity-verification"};
}

Hurdle no_payout_recipient()
{
    return {"no_payout_recipient",
            {"Indiquez le compte bancaire sur lequel être payé.",
             "Give the bank account to be paid to."},
            "register_recipient",
            "/v1/me/payout-recipient"};
}

Hurdles seen_at_mangopay(Transaction& tx, const AccountId& account)
{
    const auto state = payable_state(tx, account).value_or(PayableState{});
    Hurdles found;
    if (!state.is_verified(tx.now)) found.push_back(identity_not_verified());
    if (!state.recipient_active) found.push_back(no_payout_recipient());
    return found;
}

Hurdles hurdles(Transaction& tx, const Conditions& conditions, const AccountId& account)
{
    const auto& marketplace = conditions.marketplace;
    const auto owner = accounts::find(tx, account);
    Hurdles found;
    on_account(owner, found);
    on_details(details_of(tx, conditions, profiles::profile_of(tx, owner)), found);
    const auto mandate = conditions.is_agreed ? "" : marketplace.platform.mandate_version;
    on_texts(terms::acceptances_of(tx, account), mandate, identity_of(tx, account), found);
    std::ranges::move(conditions.payment_account(tx, account), std::back_inserter(found));
    return found;
}

Hurdles payment_hurdles(Transaction& tx, const Marketplace& marketplace, const AccountId& account)
{
    return hurdles(tx, {marketplace, {}, seen_at_mangopay, true}, account);
}

void require_ready_to_open(Transaction& tx, const Conditions& conditions, const AccountId& account)
{
    const auto profile = profiles::profile_of(tx, accounts::find(tx, account));
    auto wrong = wrong_details(tx, conditions, profile);
    if (!wrong.empty()) throw incomplete(policy::Step::becoming_payable, std::move(wrong));
    if (terms::acceptance_of(tx, account, Document::mangopay_terms)) return;
    throw Refused(Refusal::action_unavailable, {"Acceptez d'abord les conditions de Mangopay.",
                                                "Accept Mangopay's terms first."});
}

} // namespace domain::payees
