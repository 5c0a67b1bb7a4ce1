#include "api/site/access/sign_up_choice.hpp"

#include <array>

#include "api/site/access/newcomer.hpp"
#include "api/site/frame/page.hpp"

namespace api::site::access {

namespace {

using domain::accounts::MemberRole;
using frame::Href;
using frame::Sentence;

struct KindChoice {
    Href where{};
    Sentence kind{}, hint{};

    void shown(frame::Dictionary& into) const
    {
        into.link("WHERE", where);
        into.sentence("KIND", kind);
        into.sentence("KIND_HINT", hint);
    }
};

struct RoleChoice {
    Sentence role{}, hint{};
    std::vector<KindChoice> kinds{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("ROLE", role);
        into.sentence("HINT", hint);
        into.each("KINDS", kinds);
    }
};

struct SignUpChoice {
    static constexpr std::string_view html = "access/sign_up_choice.html";
    std::vector<RoleChoice> roles{};

    void shown(frame::Dictionary& into) const { into.each("ROLES", roles); }
};

RoleChoice choice_of(MemberRole role, std::string_view words, std::string_view hint)
{
    RoleChoice choice{{std::string(words)}, {std::string(hint)}, {}};
    for (const auto& newcomer : newcomers) {
        if (newcomer.role != role) continue;
        choice.kinds.push_back({Href::to("/sign-up")
                                    .with("role", newcomer.role_word())
                                    .with("kind", newcomer.kind_word()),
                                {std::string(newcomer.choice)},
                                {newcomer.is_company() ? "access_sign_up.as_company_hint"
                                                       : "access_sign_up.as_person_hint"}});
    }
    return choice;
}

} // namespace

Response sign_up_choice(App& app, const Request& request)
{
    const SignUpChoice view{
        {choice_of(MemberRole::client, "access_sign_up.client", "access_sign_up.client_hint"),
         choice_of(MemberRole::provider, "access_sign_up.provider",
                   "access_sign_up.provider_hint")}};
    return frame::page(app, request,
                       {.title = {"access_sign_up.choice_title"},
                        .description = {"access_sign_up.choice_description"}},
                       view);
}

} // namespace api::site::access
