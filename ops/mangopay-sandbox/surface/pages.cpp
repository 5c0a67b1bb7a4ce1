#include "ops/mangopay-sandbox/surface/pages.hpp"

#include <nlohmann/json.hpp>

#include "ops/mangopay-sandbox/objects/sca_decisions.hpp"
#include "ops/mangopay-sandbox/objects/verifications.hpp"
#include "ops/mangopay-sandbox/surface/card_page.hpp"
#include "ops/mangopay-sandbox/wire/html.hpp"

namespace mangopay_sandbox {

using domain::Language;
using nlohmann::json;

namespace {

std::string in(Language language, std::string_view french, std::string_view english)
{
    return std::string(language == Language::fr ? french : english);
}

Answer ended(Language language, const std::string& return_url)
{
    auto body =
        "<p>" + in(language, "Cette session est terminée.", "This session has ended.") + "</p>";
    if (!return_url.empty()) {
        body += "<p><a href=\"" + html::escaped(return_url) + "\">" +
                in(language, "Retour à la plateforme", "Back to the platform") + "</a></p>";
    }
    return html::page(language, in(language, "Session terminée", "Session ended"), body);
}

Action decision_of(const Call& call)
{
    const auto decision = html::value(html::read_form(call.body), "decision");
    if (decision == "accept") return Action::accept;
    if (decision == "refuse") return Action::refuse;
    if (decision == "review") return Action::review;
    throw param_error({{"decision", "The decision must be accept, refuse or review"}});
}

Answer show_sca(World& world, const Call& call)
{
    const auto language = html::language(call.parameter("lang").value_or("fr"));
    const auto token = call.parameter("token").value_or("");
    if (!world.state.maybe_find(Kind::session, token)) {
        return ended(language, call.parameter("returnUrl").value_or(""));
    }
    const auto body = "<p>" +
                      in(language, "Confirmez votre identité avec votre code ou votre clé d’accès.",
                         "Confirm that it is you with your PIN or passkey.") +
                      "</p><form method=\"post\">" +
                      html::button("accept", in(language, "Confirmer", "Confirm"), true) +
                      html::button("refuse", in(language, "Refuser", "Refuse")) + "</form>";
    return html::page(language, in(language, "Authentification forte", "Strong authentication"),
                      body);
}

Answer decide_sca(World& world, const Call& call)
{
    const auto action = decision_of(call);
    const bool decided = action != Action::review &&
                         sca::decide(world, call.parameter("token").value_or(""), action);
    const bool validated = decided && action == Action::accept;
    const auto return_url = call.parameter("returnUrl").value_or("");
    if (return_url.empty()) {
        return ended(html::language(call.parameter("lang").value_or("fr")), "");
    }
    return html::redirect(
        html::with_parameter(return_url, "controlStatus", validated ? "VALIDATED" : "FAILED"));
}

/// The verification whose page this is; the session in the address must be its own.
json verification_of(const World& world, const Call& call)
{
    auto verification = find(world, Kind::verification, call.parameter("id").value_or(""));
    if (text_of(verification, "_Session") != call.parameter("sessionId").value_or("")) {
        throw unknown_resource("IdentityVerification", text_of(verification, "Id"));
    }
    return verification;
}

Answer show_identity(World& world, const Call& call)
{
    const auto language = html::language(call.parameter("lang").value_or("fr"));
    const auto verification = verification_of(world, call);
    if (verification.at("Status") != "PENDING") {
        return ended(language, text_of(verification, "ReturnUrl"));
    }
    const auto user = find(world, Kind::user, text_of(verification, "UserId"));
    auto body =
        "<p>" +
        in(language, "Ici, Mangopay demanderait une pièce d’identité. Ne déposez rien : décidez.",
           "Here Mangopay would ask for a document. Upload nothing: decide.") +
        "</p><form method=\"post\">" +
        html::button("accept", in(language, "Identité vérifiée", "Identity verified"), true) +
        html::button("refuse", in(language, "Refusée", "Refused"));
    if (user.at("PersonType") == "LEGAL") {
        body += html::button("review", in(language, "À examiner", "Needs review"));
    }
    return html::page(language, in(language, "Vérification d’identité", "Identity verification"),
                      body + "</form>");
}

Answer decide_identity(World& world, const Call& call)
{
    const auto verification = verification_of(world, call);
    const auto action = decision_of(call);
    verifications::Findings findings;
    if (action == Action::refuse) {
        findings.reason = "DOCUMENT_NOT_ACCEPTED";
        findings.message = "ID name mismatch with declared user data";
    }
    verifications::decide(world, text_of(verification, "Id"), action, findings);
    return html::redirect(text_of(verification, "ReturnUrl"));
}

constexpr ApiRoute routes[] = {
    {"GET", "/pay", card_page::show},    {"POST", "/pay", card_page::decide},
    {"GET", "/sca", show_sca},           {"POST", "/sca", decide_sca},
    {"GET", "/identity", show_identity}, {"POST", "/identity", decide_identity},
};

} // namespace

std::span<const ApiRoute> page_routes()
{
    return routes;
}

} // namespace mangopay_sandbox
