#include "api/people/proof.hpp"

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

} // namespace api::people
