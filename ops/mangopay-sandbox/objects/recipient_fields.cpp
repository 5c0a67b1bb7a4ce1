#include "ops/mangopay-sandbox/objects/recipient_fields.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/wire/iban.hpp"

namespace mangopay_sandbox::recipients {

using nlohmann::json;

namespace {

struct KnownPair {
    std::string_view iban;
    std::string_view holder;
    std::string_view check;
};

/// From Mangopay's page on testing; an IBAN listed with another holder is NO_MATCH.
constexpr KnownPair known_pairs[] = {
    {"FR7630001007941234567890185", "EuroCorp", "MATCH"},
    {"FR7630001007941234567890185", "EuroCarp", "CLOSE_MATCH"},
    {"DE75512108001245126199", "John Doe", "MATCH"},
    {"DE75512108001245126199", "John Dae", "CLOSE_MATCH"},
};

void check_display_name(Fields& fields)
{
    const auto name = fields.text("DisplayName", {1, 50});
    if (name.find_first_of("&,'/") != name.npos) fields.complain("DisplayName", "INVALID_FORMAT");
}

void check_address(Fields& fields, const std::string& path)
{
    for (const auto* line : {".AddressLine1", ".City", ".PostalCode"})
        fields.text(path + line);
    fields.text(path + ".Country", {2, 2});
}

std::string holder_of(Fields& fields, const std::string& type)
{
    if (type == "Business") {
        auto name = fields.text("BusinessRecipient.BusinessName");
        check_address(fields, "BusinessRecipient.Address");
        return name;
    }
    const auto first = fields.text("IndividualRecipient.FirstName", {1, 100});
    const auto last = fields.text("IndividualRecipient.LastName", {1, 100});
    check_address(fields, "IndividualRecipient.Address");
    return first + " " + last;
}

json field_rule(std::string_view label, std::size_t max, std::string_view pattern)
{
    return {{"Required", true},
            {"MinLength", 1},
            {"MaxLength", max},
            {"Pattern", pattern},
            {"AllowedValues", nullptr},
            {"Label", label},
            {"EndUserDisplay", "RECOMMENDED"}};
}

} // namespace

Account read_account(Fields& fields)
{
    check_display_name(fields);
    const auto method =
        fields.one_of("PayoutMethodType", {"LocalBankTransfer", "InternationalBankTransfer"});
    const auto type = fields.one_of("RecipientType", {"Individual", "Business"});
    Account account;
    account.currency = fields.one_of("Currency", {"EUR", "GBP", "USD", "CHF"});
    fields.text("Country", {2, 2});
    fields.one_of("RecipientScope", {"PAYOUT", "PAYIN"}, "PAYOUT");
    fields.text_or("Tag", "", {0, 255});
    account.holder = holder_of(fields, type);
    account.is_iban = method == "LocalBankTransfer" && account.currency == "EUR";
    const auto path = account.is_iban ? "LocalBankTransfer.EUR.IBAN"
                      : method == "LocalBankTransfer"
                          ? "LocalBankTransfer." + account.currency + ".AccountNumber"
                          : "InternationalBankTransfer.AccountNumber";
    account.number = fields.text(path, {1, 60});
    if (account.is_iban && !account.number.empty()) {
        const auto iban = parse_iban(account.number);
        if (!iban) fields.complain(path, "INVALID_IBAN");
        account.number = iban.value_or("");
    }
    return account;
}

json schema_of(const std::string& method, const std::string& recipient_type,
               const std::string& currency)
{
    json schema = {
        {"DisplayName", field_rule("Display name", 50, "^(?!.*[&,'/]).{1,50}$")},
        {"Currency", field_rule("Currency", 3, "^[A-Z]{3}$")},
        {"Country", field_rule("Country", 2, "^[A-Z]{2}$")},
        {"PayoutMethodType", field_rule("Payout method", 255, "^" + method + "$")},
        {"RecipientType", field_rule("Recipient type", 255, "^" + recipient_type + "$")}};
    const json address = {{"AddressLine1", field_rule("Address line 1", 255, "^.{1,255}$")},
                          {"City", field_rule("City", 255, "^.{1,255}$")},
                          {"PostalCode", field_rule("Postal code", 50, "^.{1,50}$")},
                          {"Country", field_rule("Country", 2, "^[A-Z]{2}$")}};
    if (recipient_type == "Business") {
        schema["BusinessRecipient"] = {
            {"BusinessName", field_rule("Business name", 255, "^.{1,255}$")}, {"Address", address}};
    } else {
        schema["IndividualRecipient"] = {{"FirstName", field_rule("First name", 100, "^.{1,100}$")},
                                         {"LastName", field_rule("Last name", 100, "^.{1,100}$")},
                                         {"Address", address}};
    }
    const bool iban = method == "LocalBankTransfer" && currency == "EUR";
    const json account =
        iban ? json{{"IBAN", field_rule("IBAN", 34, "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")}}
             : json{{"AccountNumber", field_rule("Account number", 60, "^.{1,60}$")}};
    if (method == "LocalBankTransfer") {
        schema[method] = {{currency, account}};
    } else {
        schema[method] = account;
    }
    return schema;
}

json payee_verification(const Account& account, const std::string& id)
{
    std::string_view check = "MATCH_NOT_POSSIBLE";
    for (const auto& pair : known_pairs) {
        if (account.number != pair.iban) continue;
        check = "NO_MATCH";
        if (account.holder == pair.holder) {
            check = pair.check;
            break;
        }
    }
    const bool checked = check != "MATCH_NOT_POSSIBLE";
    return {{"RecipientVerificationId", checked ? json(id) : json(nullptr)},
            {"RecipientVerificationCheck", check},
            {"RecipientVerificationMessage",
             checked ? "The holder was compared with the bank's" : "The bank could not be asked"}};
}

std::string bic_of(const Account& account)
{
    constexpr std::pair<std::string_view, std::string_view> banks[] = {
        {"30004", "BNPAFRPPXXX"}, {"30001", "BDFEFRPPCCT"}, {"20041", "PSSTFRPPXXX"}};
    if (!account.is_iban || !account.number.starts_with("FR")) return "";
    for (const auto& [code, bic] : banks) {
        if (account.number.substr(4, 5) == code) return std::string(bic);
    }
    return "";
}

} // namespace mangopay_sandbox::recipients
