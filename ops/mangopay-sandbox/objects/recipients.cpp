#include "ops/mangopay-sandbox/objects/recipients.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/crypto.hpp"
#include "ops/mangopay-sandbox/objects/recipient_fields.hpp"
#include "ops/mangopay-sandbox/objects/sca.hpp"
#include "ops/mangopay-sandbox/objects/user_standing.hpp"
#include "ops/mangopay-sandbox/wire/iban.hpp"
#include "ops/mangopay-sandbox/world/events.hpp"
#include "ops/mangopay-sandbox/world/lists.hpp"

namespace mangopay_sandbox::recipients {

using nlohmann::json;

namespace {

std::string required_parameter(const Call& call, std::string_view name)
{
    const auto value = call.parameter(name);
    if (!value || value->empty()) {
        throw param_error({{std::string(name), "REQUIRED"}}, Spelling::capital_errors);
    }
    return *value;
}

void refuse_sca(std::string_view code)
{
    throw param_error({{"SCA", std::string(code)}}, Spelling::capital_errors);
}

/// Only an OWNER that can authenticate may register an account to be paid out to.
void check_may_register(const json& user)
{
    if (!users::is_owner(user)) refuse_sca("The user must be an OWNER");
    if (user.at("PersonType") == "LEGAL" &&
        text_of(user.at("LegalRepresentative"), "Email").empty()) {
        refuse_sca("KAR_0042");
    }
    if (user.at("UserStatus") == "PENDING_USER_ACTION" && !sca::is_bypassed(user)) {
        throw Rejected(403, "not_allowed_for_pending_user_action_status",
                       "The user has a pending action to complete", {}, Spelling::capital_errors);
    }
}

/// The request as the object shows it, its account number masked.
json presented(const Fields& fields, const Account& account)
{
    json recipient = json::object();
    for (const auto* key : {"DisplayName", "PayoutMethodType", "RecipientType", "Currency",
                            "Country", "IndividualRecipient", "BusinessRecipient", "Tag"}) {
        const auto* value = fields.at(key);
        recipient[key] = value ? *value : json(nullptr);
    }
    const auto number = masked(account.number);
    const auto bic = bic_of(account);
    if (recipient.at("PayoutMethodType") == "LocalBankTransfer") {
        recipient["LocalBankTransfer"][account.currency]
                 [account.is_iban ? "IBAN" : "AccountNumber"] = number;
        if (!bic.empty()) recipient["LocalBankTransfer"][account.currency]["BIC"] = bic;
    } else {
        recipient["InternationalBankTransfer"] = {{"AccountNumber", number}};
        if (const auto* given = fields.at("InternationalBankTransfer.BIC")) {
            recipient["InternationalBankTransfer"]["BIC"] = *given;
        }
    }
    return recipient;
}

} // namespace

Answer payout_methods(World&, const Call& call)
{
    const auto country = required_parameter(call, "country");
    const auto currency = required_parameter(call, "currency");
    json methods = json::array();
    if (currency == "EUR" || (country == "GB" && currency == "GBP")) {
        methods.push_back("LocalBankTransfer");
    } else {
        methods.push_back("InternationalBankTransfer");
    }
    return answer({{"AvailablePayoutMethods", methods}});
}

Answer schema(World&, const Call& call)
{
    required_parameter(call, "country");
    return answer(schema_of(required_parameter(call, "payoutMethodType"),
                            required_parameter(call, "recipientType"),
                            required_parameter(call, "currency")));
}

Answer validate(World& world, const Call& call)
{
    users::find_open(world, call.capture("id"));
    Fields fields(call, Spelling::capital_errors);
    read_account(fields);
    fields.finish();
    return {200, "", {}};
}

Answer create(World& world, const Call& call)
{
    const auto user = users::find_open(world, call.capture("id"));
    Fields fields(call, Spelling::capital_errors);
    const auto account = read_account(fields);
    const auto context =
        fields.one_of("ScaContext", {"USER_PRESENT", "USER_NOT_PRESENT"}, "USER_PRESENT");
    fields.finish();
    const auto scope = fields.text_or("RecipientScope", "PAYOUT");
    const bool for_payout = scope == "PAYOUT";
    if (for_payout) check_may_register(user);
    if (for_payout && context == "USER_NOT_PRESENT") {
        throw Rejected(403, "sca_proxy_missing", "The user has not given consent to the platform",
                       {}, Spelling::capital_errors);
    }

    auto recipient = presented(fields, account);
    const auto id = fresh_id(world, "rec_");
    recipient["Id"] = id;
    recipient["Status"] = "PENDING";
    recipient["CreationDate"] = world.seconds();
    recipient["UserId"] = user.at("Id");
    recipient["RecipientScope"] = scope;
    recipient["PendingUserAction"] = nullptr;
    recipient["_AccountHash"] = domain::sha256_hex(id + account.number);
    if (account.is_iban) {
        recipient["RecipientVerificationOfPayee"] = payee_verification(account, domain::uuid_v4());
    }
    // Without a session the answer still says PENDING ("creation in progress"), or nothing is
    // left to do when the user's e-mail address accepts by itself.
    auto shown_recipient = recipient;
    if (!for_payout || sca::is_bypassed(user)) {
        advance(world, Machine::recipient, recipient, Action::accept);
        if (for_payout) shown_recipient = recipient;
    } else {
        recipient["PendingUserAction"] = {
            {"RedirectUrl",
             sca::open(world, sca::Purpose::recipient, user.at("Id").get<std::string>(), id)}};
        shown_recipient = recipient;
    }
    save(world, Kind::recipient, recipient);
    return answer(shown(shown_recipient), 201);
}

Answer get(World& world, const Call& call)
{
    return answer(shown(find(world, Kind::recipient, call.capture("id"))));
}

Answer of_user(World& world, const Call& call)
{
    const auto user = find(world, Kind::user, call.capture("id"));
    const auto scope = call.parameter("RecipientScope");
    return page(call, collected(world, Kind::recipient, [&](const json& recipient) {
                    return recipient.at("UserId") == user.at("Id") &&
                           (!scope || recipient.at("RecipientScope") == *scope);
                }));
}

Answer edit(World& world, const Call& call)
{
    auto recipient = find(world, Kind::recipient, call.capture("id"));
    Fields fields(call, Spelling::capital_errors);
    fields.one_of("Status", {"DEACTIVATED"});
    fields.finish();
    if (!advance(world, Machine::recipient, recipient, Action::deactivate)) {
        throw Rejected(400, "invalid_action", "Only an ACTIVE recipient can be deactivated", {},
                       Spelling::capital_errors);
    }
    save(world, Kind::recipient, recipient);
    return answer(shown(recipient));
}

void decide(World& world, const std::string& id, Action action)
{
    auto recipient = find(world, Kind::recipient, id);
    if (!advance(world, Machine::recipient, recipient, action)) return;
    recipient["PendingUserAction"] = nullptr;
    save(world, Kind::recipient, recipient);
}

} // namespace mangopay_sandbox::recipients
