#include "api/site/account/profile.hpp"

#include "api/site/account/asked_fields.hpp"

namespace api::site::account {

using namespace domain;

namespace {

/// A choice for each word of the API, under the words of ours.
std::vector<frame::Choice> worded_choices(std::initializer_list<std::string_view> words)
{
    std::vector<frame::Choice> choices;
    choices.reserve(std::size(words));
    for (const auto word : words)
        choices.push_back({std::string(word), {"account_field." + std::string(word)}});
    return choices;
}

std::vector<frame::Field> dealing_fields(const Asking& asking)
{
    std::vector<frame::Field> fields = {{.name = "roles",
                                         .label = {"account_field.roles"},
                                         .kind = frame::Kind::several,
                                         .mandatory = true,
                                         .choices = worded_choices({"client", "provider"}),
                                         .group = {"account_field.dealing"}},
                                        {.name = "legal_kind",
                                         .label = {"account_field.legal_kind"},
                                         .kind = frame::Kind::options,
                                         .mandatory = true,
                                         .choices = worded_choices({"natural_person", "company"})}};
    if (asking.actor.is_provider) {
        fields.push_back({.name = "clientele",
                          .label = {"account_field.clientele"},
                          .kind = frame::Kind::options,
                          .choices = worded_choices({"both", "professionals", "individuals"})});
    }
    fields.push_back({.name = "language",
                      .label = {"account_field.language"},
                      .kind = frame::Kind::options,
                      .choices = worded_choices({"fr", "en"})});
    return fields;
}

std::vector<frame::Field> profile_fields_of(const Asking& asking)
{
    auto fields = fields_in(asking, {{profiles::Part::person, "account_field.person"}});
    for (auto& field : dealing_fields(asking))
        fields.push_back(std::move(field));
    return fields;
}

constexpr EditPage profile_edit{.path = "/account/profile",
                                .reads = "read_me",
                                .writes = "edit_me",
                                .title = "account_profile.title",
                                .intro = "account_profile.intro",
                                .clears = true,
                                .fields = profile_fields_of,
                                .lacks = nullptr};

Response show_profile(App& app, const Request& request)
{
    return show_edit(app, request, profile_edit);
}

Response save_profile(App& app, const Request& request)
{
    return save_edit(app, request, profile_edit);
}

} // namespace

std::vector<frame::PageRoute> profile_pages()
{
    return {{"GET", "/account/profile", "account_profile_page", Who::member, show_profile},
            {.method = "POST",
             .pattern = "/account/profile",
             .operation = "account_profile_form",
             .who = Who::member,
             .handler = save_profile,
             .place = http::Place::passwords,
             .performs = "edit_me"}};
}

} // namespace api::site::account
