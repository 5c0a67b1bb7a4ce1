#include "api/site/account/legal.hpp"

#include <nlohmann/json.hpp>

#include "api/site/account/asked_fields.hpp"

namespace api::site::account {

using namespace domain;
using nlohmann::json;

namespace {

std::vector<frame::Field> legal_fields(const Asking& asking)
{
    return fields_in(asking, {{profiles::Part::contact, "account_field.contact"},
                              {profiles::Part::company, "account_field.business"}});
}

std::vector<Lack> lacks_before_steps(const json& details)
{
    std::vector<Lack> lacks;
    for (const auto& [step, fields] : details.at("steps").items()) {
        Lack lack{{"account_legal." + step}, {}};
        for (const auto& path : fields.at("missing"))
            lack.fields.push_back({"access_fields." + path.get<std::string>()});
        if (!lack.fields.empty()) lacks.push_back(std::move(lack));
    }
    return lacks;
}

constexpr EditPage legal_edit{.path = "/account/legal",
                              .reads = "read_legal_details",
                              .writes = "write_legal_details",
                              .title = "account_legal.title",
                              .intro = "account_legal.intro",
                              .fields = legal_fields,
                              .lacks = lacks_before_steps};

Response show_legal(App& app, const Request& request)
{
    return show_edit(app, request, legal_edit);
}

Response save_legal(App& app, const Request& request)
{
    return save_edit(app, request, legal_edit);
}

} // namespace

std::vector<frame::PageRoute> legal_pages()
{
    return {{"GET", "/account/legal", "account_legal_page", Who::member, show_legal},
            {.method = "POST",
             .pattern = "/account/legal",
             .operation = "account_legal_form",
             .who = Who::member,
             .handler = save_legal,
             .place = http::Place::passwords,
             .performs = "write_legal_details"}};
}

} // namespace api::site::account
