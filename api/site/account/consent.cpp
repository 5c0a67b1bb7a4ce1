#include "api/site/account/consent.hpp"

#include "api/people/proof_codes.hpp"
#include "api/site/frame/submitted.hpp"

namespace api::site::account {

using namespace domain;

namespace {

constexpr auto acceptance = "accepts_new_verification";

frame::Field acceptance_field()
{
    return {.name = acceptance,
            .label = {"account_consent.accept"},
            .kind = frame::Kind::flag,
            .mandatory = true,
            .hint = {"account_consent.warning"},
            .group = {"account_consent.title"}};
}

frame::Field factor_field()
{
    return {.name = "proof.code",
            .label = {"account_security.code"},
            .kind = frame::Kind::code,
            .mandatory = true,
            .autocomplete = "one-time-code",
            .hint = {"account_security.code_hint"}};
}

std::vector<frame::Field> mailed_proof_fields()
{
    return {{.name = "proof.password",
             .label = {"account_security.your_password"},
             .kind = frame::Kind::password,
             .mandatory = true,
             .autocomplete = "current-password"},
            {.name = "proof.mailed_code",
             .label = {"account_consent.mailed_code"},
             .kind = frame::Kind::code,
             .mandatory = true,
             .autocomplete = "one-time-code",
             .hint = {"account_consent.mailed_code_hint"}}};
}

} // namespace

std::vector<frame::Field> consent_fields(bool has_factor)
{
    std::vector<frame::Field> fields = {acceptance_field()};
    if (has_factor) {
        fields.push_back(factor_field());
        return fields;
    }
    for (auto& field : mailed_proof_fields())
        fields.push_back(std::move(field));
    return fields;
}

std::vector<frame::Field> all_consent_fields()
{
    auto fields = consent_fields(false);
    fields.push_back(factor_field());
    return fields;
}

bool asks_consent(const frame::Filled& filled)
{
    if (filled.refusal && filled.refusal->why() == Refusal::verification_at_stake) return true;
    const auto given = filled.values.find(acceptance);
    return given != filled.values.end() && !given->second.empty() && given->second != "false";
}

void mail_code(App& app, const Request& request)
{
    const frame::AsOperation asking(request, frame::Form{});
    people::mail_proof_code(app, asking.request());
}

} // namespace api::site::account
