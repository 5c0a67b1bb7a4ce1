#include "api/site/account/proof_fields.hpp"

#include "api/site/frame/operation.hpp"

namespace api::site::account {

bool has_second_factor(App& app, const Request& request)
{
    return frame::read(app, request, "read_second_factor").at("in_force").get<bool>();
}

std::vector<frame::Field> proof_fields(bool has_factor)
{
    std::vector<frame::Field> fields = {{.name = "password",
                                         .label = {"account_security.your_password"},
                                         .kind = frame::Kind::password,
                                         .mandatory = true,
                                         .autocomplete = "current-password"}};
    if (has_factor) {
        fields.push_back({.name = "code",
                          .label = {"account_security.code"},
                          .kind = frame::Kind::code,
                          .mandatory = true,
                          .autocomplete = "one-time-code",
                          .hint = {"account_security.code_hint"}});
    }
    return fields;
}

} // namespace api::site::account
