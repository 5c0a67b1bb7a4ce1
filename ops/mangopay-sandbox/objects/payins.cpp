#include "ops/mangopay-sandbox/objects/payins.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "domain/core/crypto.hpp"
#include "ops/mangopay-sandbox/objects/beneficiaries.hpp"
#include "ops/mangopay-sandbox/objects/transactions.hpp"
#include "ops/mangopay-sandbox/objects/user_standing.hpp"
#include "ops/mangopay-sandbox/objects/wallets.hpp"
#include "ops/mangopay-sandbox/world/alarms.hpp"
#include "ops/mangopay-sandbox/world/events.hpp"

namespace mangopay_sandbox::payins {

using nlohmann::json;

namespace {

constexpr auto payable_for = std::chrono::minutes{15};

std::string with_transaction(std::string url, const std::string& id)
{
    url += url.find('?') == url.npos ? '?' : '&';
    return url + "transactionId=" + id;
}

/// Why Mangopay would not even open its page, or "".
std::string refused_at_once(const Amounts& amounts, const json& credited, const std::string& rule)
{
    if (!rule.empty()) return rule;
    if (amounts.credited() <= 0) return "001014";
    if (users::is_closed(credited)) return "002602";
    if (users::is_blocked(credited, "Inflows")) return "008700";
    return "";
}

std::optional<json> open(const World& world, const std::string& id)
{
    auto payin = find_transaction(world, id, "PAYIN", "REGULAR");
    if (payin.at("Status") != "CREATED") return {};
    return payin;
}

/// "497010XXXXXX1119".
std::string alias_of(std::string_view card_number)
{
    std::string digits;
    std::ranges::copy_if(card_number, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    if (digits.size() < 12) digits = "4970107111111119";
    return digits.substr(0, 6) + "XXXXXX" + digits.substr(digits.size() - 4);
}

} // namespace

Answer create_card_web(World& world, const Call& call)
{
    Fields fields(call);
    const auto author = fields.text("AuthorId");
    const auto wallet_id = fields.text("CreditedWalletId");
    const auto amounts = amounts_of(fields);
    const auto return_url = fields.text("ReturnURL", {1, 220});
    const auto card_type =
        fields.one_of("CardType", {"CB_VISA_MASTERCARD", "AMEX", "MAESTRO", "BCMC"});
    const auto culture = fields.text("Culture", {2, 5});
    const auto secure_mode =
        fields.one_of("SecureMode", {"DEFAULT", "FORCE", "NO_CHOICE"}, "DEFAULT");
    const auto tag = fields.text_or("Tag", "", {0, 255});
    const auto descriptor = fields.text_or("StatementDescriptor", "", {0, 22});
    fields.finish();
    author_of(world, author);
    const auto wallet = wallets::of_field(world, wallet_id, "CreditedWalletId");
    check_currency(wallet, amounts);
    const auto credited = wallets::owner(world, wallet);
    const auto code =
        refused_at_once(amounts, credited, broken_beneficiary_rule(world, fields, credited));

    const auto id = "wt_" + domain::uuid_v4();
    auto payin = transaction(world, {id, "PAYIN", "REGULAR", author, tag}, amounts);
    payin["CreditedUserId"] = credited.at("Id");
    payin["CreditedWalletId"] = wallet_id;
    payin["PaymentType"] = "CARD";
    payin["ExecutionType"] = "WEB";
    payin["CardType"] = card_type;
    payin["SecureMode"] = secure_mode;
    payin["Culture"] = culture;
    payin["StatementDescriptor"] = descriptor.empty() ? json(nullptr) : json(descriptor);
    payin["ReturnURL"] = with_transaction(return_url, id);
    payin["RedirectURL"] = nullptr;
    payin["TemplateURL"] = nullptr;
    announce(world, "PAYIN_NORMAL_CREATED", id);
    if (code.empty()) {
        payin["_Token"] = fresh_id(world, "hpp_");
        payin["RedirectURL"] = world.settings.public_url + "/pages/" + world.settings.client_id +
                               "/pay?id=" + id +
                               "&client-token=" + payin.at("_Token").get<std::string>();
        set_alarm(world, AlarmKind::payin, world.now + payable_for, id);
    } else {
        fail(world, Machine::payin, payin, code);
    }
    save(world, Kind::transaction, payin);
    return answer(shown(payin));
}

Answer get(World& world, const Call& call)
{
    return answer(shown(find_transaction(world, call.capture("id"), "PAYIN", "REGULAR")));
}

Answer extended(World& world, const Call& call)
{
    const auto payin = find_transaction(world, call.capture("id"), "PAYIN", "REGULAR");
    return answer({{"Id", payin.at("Id")},
                   {"PaymentType", payin.at("PaymentType")},
                   {"ExecutionType", payin.at("ExecutionType")},
                   {"CardType", payin.at("CardType")},
                   {"Alias", payin.value("_Alias", json(nullptr))},
                   {"Country", "FRA"}});
}

bool pay(World& world, const std::string& id, std::string_view card_number)
{
    auto payin = open(world, id);
    if (!payin) return false;
    const auto wallet = text_of(*payin, "CreditedWalletId");
    if (users::is_blocked(find(world, Kind::user, text_of(*payin, "CreditedUserId")), "Inflows")) {
        return refuse(world, id, "008700");
    }
    const auto debited = funds_of(payin->at("DebitedFunds"));
    wallets::bring_in(world, wallet, debited.amount);
    wallets::move(world, wallet, wallets::fees_wallet(debited.currency),
                  funds_of(payin->at("Fees")).amount);
    (*payin)["_Alias"] = alias_of(card_number);
    succeed(world, Machine::payin, *payin);
    save(world, Kind::transaction, *payin);
    return true;
}

bool refuse(World& world, const std::string& id, std::string_view result_code)
{
    auto payin = open(world, id);
    if (!payin) return false;
    fail(world, Machine::payin, *payin, result_code);
    save(world, Kind::transaction, *payin);
    return true;
}

void expire(World& world, const std::string& id)
{
    if (world.state.maybe_find(Kind::transaction, id)) refuse(world, id, "101109");
}

} // namespace mangopay_sandbox::payins
