#include "api/people/proof.hpp"

#include "domain/access/attempts.hpp"
#include "domain/access/sign_in.hpp"

namespace api::people {

using namespace domain;

namespace {

Refused wrong_password(std::string_view field)
{
    return {Refusal::invalid_fields,
            {"Le mot de passe actuel n'est pas le bon.", "The current password is wrong."},
            {{std::string(field), {"Mot de passe faux.", "Wrong password."}}}};
}

} // namespace

std::optional<accounts::Email> read_email(Reader& reader)
{
    const auto raw = reader.text("email", {.least = 1, .most = 254});
    auto email = accounts::Email::parse(raw);
    if (!email && !raw.empty()) {
        reader.complain("email",
                        {"Ce n'est pas une adresse e-mail.", "This is not an e-mail address."});
    }
    return email;
}

std::string read_code(Reader& reader)
{
    return reader.maybe_text("code", {.least = 1, .most = 40}).value_or("");
}

void demand_password(App& app, const Request& request, const std::string& password,
                     std::string_view field)
{
    const auto& account = actor_of(request).account;
    if (!access::proves_password(app.db, account, password)) throw wrong_password(field);
}

IdentityConsent take_consent(App& app, const Request& request, nlohmann::json& body)
{
    auto given = nlohmann::json::object();
    for (const auto* member : {"accepts_new_verification", "proof"}) {
        const auto found = body.find(member);
        if (found == body.end()) continue;
        given[member] = *found;
        body.erase(found);
    }
    IdentityConsent consent;
    std::string password;
    Reader reader(given);
    consent.accepts_new_verification = reader.flag("accepts_new_verification", false);
    const bool has_proof = reader.object("proof", [&](Reader& proof) {
        consent.proof.code = read_code(proof);
        consent.proof.mailed_code =
            proof.maybe_text("mailed_code", {.least = 1, .most = 20}).value_or("");
        password = proof.maybe_text("password", {.least = 1, .most = 1000}).value_or("");
    });
    reader.finish();
    if (!has_proof) return consent;
    if (password.empty()) {
        app.db.transaction(
            [&](Transaction& tx) { access::count_proof(tx, actor_of(request).account); });
        return consent;
    }
    demand_password(app, request, password, "proof.password");
    consent.proof.has_proved_password = true;
    return consent;
}

} // namespace api::people
