#include "ops/mangopay-sandbox/surface/card_page.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "ops/mangopay-sandbox/objects/payins.hpp"
#include "ops/mangopay-sandbox/objects/transactions.hpp"
#include "ops/mangopay-sandbox/wire/html.hpp"

namespace mangopay_sandbox::card_page {

using domain::Language;
using nlohmann::json;

namespace {

constexpr std::string_view frictionless_card = "4970107111111119";
constexpr std::string_view challenged_cards[] = {"4970105181818183", "5033951000000004",
                                                 "375989111111119"};

std::string in(Language language, std::string_view french, std::string_view english)
{
    return std::string(language == Language::fr ? french : english);
}

/// The pay-in whose page this is; the token in the address must be its own.
json payin_of(const World& world, const Call& call)
{
    const auto id = call.parameter("id").value_or("");
    auto payin = find_transaction(world, id, "PAYIN", "REGULAR");
    const auto token = text_of(payin, "_Token");
    if (token.empty() || token != call.parameter("client-token").value_or("")) {
        throw unknown_resource("PayIn", id);
    }
    return payin;
}

Language language_of(const Call& call, const json& payin)
{
    return html::language(call.parameter("lang").value_or(text_of(payin, "Culture")));
}

std::string amount_text(const json& payin)
{
    const auto funds = funds_of(payin.at("DebitedFunds"));
    const auto cents = std::to_string(100 + funds.amount % 100).substr(1);
    return std::to_string(funds.amount / 100) + "." + cents + " " + funds.currency;
}

Answer ended(Language language, const json& payin)
{
    return html::page(language, in(language, "Paiement terminé", "Payment ended"),
                      "<p><a href=\"" + html::escaped(text_of(payin, "ReturnURL")) + "\">" +
                          in(language, "Retour à la plateforme", "Back to the platform") +
                          "</a></p>");
}

std::string card_form(Language language)
{
    return "<form method=\"post\"><label>" + in(language, "Numéro de carte", "Card number") +
           " <input name=\"cardNumber\" inputmode=\"numeric\" autocomplete=\"off\" value=\"" +
           std::string(frictionless_card) + "\"></label><label>" +
           in(language, "Expire (MMAA)", "Expires (MMYY)") +
           " <input name=\"cardExpirationDate\" value=\"1230\"></label><label>CVC "
           "<input name=\"cardCvx\" value=\"123\"></label>" +
           html::button("accept", in(language, "Payer", "Pay"), true) +
           html::button("refuse", in(language, "Refus de la banque", "Refused by the bank")) +
           html::button("cancel", in(language, "Annuler", "Cancel")) + "</form>";
}

/// The bank's page for cards that always ask.
Answer challenge(Language language)
{
    return html::page(
        language, in(language, "Authentification 3-D Secure", "3-D Secure authentication"),
        "<form method=\"post\">" +
            html::button("authenticated", in(language, "Confirmer le paiement", "Confirm"), true) +
            html::button("refuse_authentication", in(language, "Refuser", "Refuse")) + "</form>");
}

std::string digits_of(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

} // namespace

Answer show(World& world, const Call& call)
{
    const auto payin = payin_of(world, call);
    const auto language = language_of(call, payin);
    if (payin.at("Status") != "CREATED") return ended(language, payin);
    return html::page(language, in(language, "Paiement de ", "Payment of ") + amount_text(payin),
                      card_form(language));
}

Answer decide(World& world, const Call& call)
{
    const auto payin = payin_of(world, call);
    const auto id = text_of(payin, "Id");
    const auto form = html::read_form(call.body);
    const auto decision = html::value(form, "decision");
    const auto given = digits_of(html::value(form, "cardNumber"));
    const auto card = given.empty() ? std::string(frictionless_card) : given;
    if (decision == "accept") {
        const bool asks = std::ranges::find(challenged_cards, card) != std::end(challenged_cards);
        if (asks && payin.at("Status") == "CREATED") return challenge(language_of(call, payin));
        payins::pay(world, id, card);
    } else if (decision == "authenticated") {
        payins::pay(world, id, challenged_cards[0]);
    } else if (decision == "refuse") {
        payins::refuse(world, id, "101199");
    } else if (decision == "refuse_authentication") {
        payins::refuse(world, id, "101301");
    } else if (decision == "cancel") {
        payins::refuse(world, id, "101002");
    } else {
        throw param_error({{"decision", "accept, authenticated, refuse, refuse_authentication or "
                                        "cancel"}});
    }
    return html::redirect(text_of(payin, "ReturnURL"));
}

} // namespace mangopay_sandbox::card_page
