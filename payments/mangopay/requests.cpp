#include "payments/mangopay/requests.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/check.hpp"
#include "domain/core/instant.hpp"

namespace payments::mangopay {

using nlohmann::json;

namespace {

json funds(domain::Money amount)
{
    return {{"Currency", code(amount.currency())}, {"Amount", amount.minor()}};
}

json address_of(const Address& address)
{
    if (address.line1.empty()) return nullptr;
    return {{"AddressLine1", address.line1},
            {"AddressLine2", address.line2},
            {"PostalCode", address.postcode},
            {"City", address.city},
            {"Country", address.country.text()}};
}

/// Mangopay's birthdays are Unix seconds at 00:00 UTC, negative before 1970.
json birthday_of(const std::optional<domain::Day>& day)
{
    if (!day) return nullptr;
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::sys_days(*day).time_since_epoch())
        .count();
}

void drop_nulls(json& object)
{
    for (auto it = object.begin(); it != object.end();) {
        const bool empty = it->is_null() || (it->is_string() && it->get<std::string>().empty());
        it = empty ? object.erase(it) : std::next(it);
    }
}

json person_of(const Person& person)
{
    json body = {{"FirstName", person.first_name},
                 {"LastName", person.surname},
                 {"Email", person.email},
                 {"Birthday", birthday_of(person.birth_day)},
                 {"Nationality", person.nationality.text()},
                 {"CountryOfResidence", person.country_of_residence.text()},
                 {"PhoneNumber", person.phone},
                 {"PhoneNumberCountry", person.phone_country.text()}};
    drop_nulls(body);
    return body;
}

/// Who a user is: a natural person, or a body with its representative.
json identity_of(const NewUser& user, bool is_legal)
{
    json body;
    if (is_legal && user.company) {
        body = {{"LegalPersonType", user.company->type},
                {"Name", user.company->name},
                {"Email", user.person.email},
                {"CompanyNumber", user.company->number},
                {"LegalRepresentative", person_of(user.person)},
                {"LegalRepresentativeAddress", address_of(user.person.address)},
                {"HeadquartersAddress", address_of(user.company->headquarters)}};
    } else {
        body = person_of(user.person);
        body["Address"] = address_of(user.person.address);
    }
    drop_nulls(body);
    return body;
}

std::string users(bool is_legal)
{
    return is_legal ? "/sca/users/legal" : "/sca/users/natural";
}

Posting post(const NewUser& user)
{
    const bool is_legal = user.company.has_value();
    auto body = identity_of(user, is_legal);
    body["UserCategory"] = user.role == Role::owner ? "OWNER" : "PAYER";
    // Nobody becomes an OWNER here without having accepted Mangopay's terms (Mangopay asks it).
    body["TermsAndConditionsAccepted"] = user.role == Role::owner;
    body["Tag"] = user.tag;
    return {users(is_legal), body.dump()};
}

Posting post(const NewWallet& wallet)
{
    return {"/wallets", json{{"Owners", {wallet.user_id.text()}},
                             {"Description", wallet.description},
                             {"Currency", "EUR"},
                             {"Tag", wallet.tag}}
                            .dump()};
}

Posting post(const NewVerification& verification)
{
    return {"/users/" + verification.user_id.text() + "/identity-verifications",
            json{{"ReturnUrl", verification.return_url}, {"Tag", verification.tag}}.dump()};
}

Posting post(const NewRecipient& recipient)
{
    const bool business = recipient.company.has_value();
    json body = {{"DisplayName", "Compte EUR " + recipient.country},
                 {"PayoutMethodType", "LocalBankTransfer"},
                 {"RecipientType", business ? "Business" : "Individual"},
                 {"Currency", "EUR"},
                 {"Country", recipient.country},
                 {"RecipientScope", "PAYOUT"},
                 {"Tag", recipient.tag},
                 {"LocalBankTransfer", {{"EUR", {{"IBAN", recipient.iban}}}}}};
    if (business) {
        body["BusinessRecipient"] = {{"BusinessName", recipient.company->name},
                                     {"Address", address_of(recipient.company->headquarters)}};
    } else {
        body["IndividualRecipient"] = {{"FirstName", recipient.person.first_name},
                                       {"LastName", recipient.person.surname},
                                       {"Address", address_of(recipient.person.address)}};
    }
    return {"/users/" + recipient.user_id.text() + "/recipients", body.dump()};
}

Posting post(const PayIn& pay_in, bool declare_beneficiaries)
{
    json body = {{"AuthorId", pay_in.payer_id.text()},
                 {"CreditedWalletId", pay_in.wallet_id.text()},
                 {"DebitedFunds", funds(pay_in.amount)},
                 {"Fees", funds(domain::eur(0))},
                 {"ReturnURL", pay_in.return_url},
                 {"CardType", "CB_VISA_MASTERCARD"},
                 {"Culture", pay_in.culture},
                 {"SecureMode", "DEFAULT"},
                 {"Tag", pay_in.tag}};
    if (declare_beneficiaries) {
        const json beneficiary = {{"UserId", pay_in.beneficiary_id.text()}};
        body["FlowDescriptor"] = {{"Beneficiaries", json::array({beneficiary})}};
    }
    return {"/payins/card/web", body.dump()};
}

Posting post(const Transfer& transfer)
{
    domain::check(transfer.fees.minor() < transfer.amount.minor(),
                  "the commission is less than what it is taken from");
    return {"/transfers", json{{"AuthorId", transfer.payer_id.text()},
                               {"DebitedWalletId", transfer.from_wallet.text()},
                               {"CreditedWalletId", transfer.to_wallet.text()},
                               {"DebitedFunds", funds(transfer.amount)},
                               {"Fees", funds(transfer.fees)},
                               {"Tag", transfer.tag}}
                              .dump()};
}

Posting post(const Refund& refund)
{
    // Fees are always said: left out, Mangopay gives back what was taken, in its own split.
    return {"/payins/" + refund.pay_in_id.text() + "/refunds",
            json{{"AuthorId", refund.payer_id.text()},
                 {"DebitedFunds", funds(refund.amount)},
                 {"Fees", funds(domain::eur(0))},
                 {"Tag", refund.tag}}
                .dump()};
}

Posting post(const Payout& payout)
{
    return {"/payouts/bankwire", json{{"AuthorId", payout.owner_id.text()},
                                      {"DebitedWalletId", payout.wallet_id.text()},
                                      {"BankAccountId", payout.recipient_id.text()},
                                      {"DebitedFunds", funds(payout.amount)},
                                      {"Fees", funds(domain::eur(0))},
                                      {"BankWireRef", payout.reference},
                                      {"PayoutModeRequested", "STANDARD"},
                                      {"Tag", payout.tag}}
                                     .dump()};
}

} // namespace

Posting posting_of(const Command& command, bool declare_beneficiaries)
{
    return std::visit(
        [&](const auto& one) -> Posting {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, PayIn>) {
                return post(one, declare_beneficiaries);
            } else {
                return post(one);
            }
        },
        command);
}

Posting putting_of(const UserId& id, const NewUser& now, bool is_legal)
{
    return {users(is_legal) + "/" + id.text(), identity_of(now, is_legal).dump()};
}

std::string path_of(Kind kind, const ResourceId& id)
{
    switch (kind) {
    case Kind::user: return "/sca/users/" + id.text();
    case Kind::wallet: return "/wallets/" + id.text();
    case Kind::verification: return "/identity-verifications/" + id.text();
    case Kind::recipient: return "/recipients/" + id.text();
    case Kind::pay_in: return "/payins/" + id.text();
    case Kind::transfer: return "/transfers/" + id.text();
    case Kind::refund: return "/refunds/" + id.text();
    case Kind::payout: return "/payouts/" + id.text();
    }
    return {};
}

std::string listing_of(const Command& command)
{
    struct Visitor {
        std::string operator()(const NewUser&) const { return "/users"; }
        std::string operator()(const NewWallet& one) const
        {
            return "/users/" + one.user_id.text() + "/wallets";
        }
        std::string operator()(const NewVerification& one) const
        {
            return "/users/" + one.user_id.text() + "/identity-verifications";
        }
        std::string operator()(const NewRecipient& one) const
        {
            return "/users/" + one.user_id.text() + "/recipients";
        }
        std::string operator()(const PayIn& one) const
        {
            return "/users/" + one.payer_id.text() + "/transactions";
        }
        std::string operator()(const Transfer& one) const
        {
            return "/users/" + one.payer_id.text() + "/transactions";
        }
        std::string operator()(const Refund& one) const
        {
            return "/payins/" + one.pay_in_id.text() + "/refunds";
        }
        std::string operator()(const Payout& one) const
        {
            return "/users/" + one.owner_id.text() + "/transactions";
        }
    };
    return std::visit(Visitor{}, command);
}

} // namespace payments::mangopay
