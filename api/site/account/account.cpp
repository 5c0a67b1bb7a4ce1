#include "api/site/account/account.hpp"

#include <array>

#include "api/site/account/answers.hpp"
#include "api/site/frame/operation.hpp"
#include "api/site/frame/page.hpp"

namespace api::site::account {

using nlohmann::json;

namespace {

struct Tile {
    std::string_view where, name; // the name's sentences: account.NAME, account.NAME_hint
    bool is_of_members = true;
};

constexpr std::array tiles = {
    Tile{"/account/profile", "profile"},          Tile{"/account/legal", "legal"},
    Tile{"/account/security", "security", false}, Tile{"/account/mails", "mails", false},
    Tile{"/account/payments", "payments"},        Tile{"/account/privacy", "privacy", false},
    Tile{"/account/closing", "closing"}};

struct TileView {
    frame::Href where{};
    frame::Sentence title{}, hint{};

    void shown(frame::Dictionary& into) const
    {
        into.link("WHERE", where);
        into.sentence("TITLE", title);
        into.sentence("HINT", hint);
    }
};

struct AccountView {
    static constexpr std::string_view html = "account/account.html";

    frame::Sentence who{};
    bool is_closing = false;
    std::vector<TileView> tiles{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("WHO", who);
        into.when("CLOSING", is_closing);
        into.each("TILES", tiles);
    }
};

std::vector<TileView> tiles_for(const Actor& actor)
{
    std::vector<TileView> views;
    for (const auto& tile : tiles) {
        if (tile.is_of_members && actor.kind != ActorKind::member) continue;
        const auto key = "account." + std::string(tile.name);
        views.push_back({frame::Href::to(tile.where), {key}, {key + "_hint"}});
    }
    return views;
}

Response show_account(App& app, const Request& request)
{
    const auto me = frame::read(app, request, "read_me");
    const AccountView view{.who = {"account.signed_in_as", {{"email", text_at(me, "email")}}},
                           .is_closing = text_at(me, "state") == "closing",
                           .tiles = tiles_for(actor_of(request))};
    return frame::page(app, request, {.title = {"account.title"}}, view);
}

} // namespace

std::vector<frame::PageRoute> account_index_page()
{
    return {{"GET", "/account", "account_page", Who::signed_in, show_account}};
}

} // namespace api::site::account
