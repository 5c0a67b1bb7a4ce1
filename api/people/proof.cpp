#include "api/people/proof.hpp"

#include "api/people/secret_text.hpp"
#include "domain/access/attempts.hpp"
#include "domain/access/security_event.hpp"
#include "domain/access/sign_in.hpp"

namespace api::people {

using namespace domain;

namespace {

access::SecurityRefusal wrong_password(std::string_view field)
{
    return {access::SecurityEvent::proof_refused,
            {Refusal::invalid_fields,
             {"Le mot de passe actuel n'est pas le bon.", "The current password is wrong."},
             {{std::string(field), {"Mot de passe faux.", "Wrong password."}}}}};
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

TypedProof read_proof(Reader& reader, const nlohmann::json& body, access::SensitiveChange change,
                      std::string_view password_field)
{
    TypedProof typed;
    if (access::row_of(change).evidence == access::Evidence::password) {
        typed.is_given = true;
        typed.password_field = password_field;
        typed.password = read_secret_text(reader, body, password_field);
        typed.code = read_code(reader);
        return typed;
    }
    typed.password_field = "proof.password";
    typed.is_given = reader.object("proof", [&](Reader& proof) {
        typed.code = read_code(proof);
        typed.mailed_code = proof.maybe_text("mailed_code", {.least = 1, .most = 20}).value_or("");
        if (proof.has("password"))
            typed.password = read_secret_text(proof, body.at("proof"), "password");
    });
    return typed;
}

access::Proof tried(App& app, const Request& request, const TypedProof& typed)
{
    access::Proof proof{.code = typed.code, .mailed_code = typed.mailed_code};
    proof.is_code_counted = !typed.code.empty() || !typed.mailed_code.empty();
    const auto& account = actor_of(request).account;
    if (!typed.password.empty()) {
        if (!access::proves_password(app.db, account, typed.password, proof.is_code_counted))
            throw wrong_password(typed.password_field);
        proof.has_proved_password = true;
    } else if (proof.is_code_counted) {
        app.db.transaction(
            [&](Transaction& tx) { access::count_proof(tx, account, access::Tried::code); });
    }
    return proof;
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
    Reader reader(given);
    const bool accepts = reader.flag("accepts_new_verification", false);
    const auto typed = read_proof(reader, given, access::SensitiveChange::identity);
    reader.finish();
    return {accepts, tried(app, request, typed)};
}

} // namespace api::people
