#include "ops/mangopay-sandbox/objects/wallets.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "domain/core/check.hpp"
#include "ops/mangopay-sandbox/objects/sca.hpp"
#include "ops/mangopay-sandbox/objects/transactions.hpp"
#include "ops/mangopay-sandbox/objects/user_standing.hpp"
#include "ops/mangopay-sandbox/world/lists.hpp"

namespace mangopay_sandbox::wallets {

using nlohmann::json;

namespace {

constexpr std::string_view currencies[] = {"EUR", "GBP", "USD", "CHF"};
constexpr auto books_id = "books";

json blank(const World& world, const std::string& id, std::string_view currency,
           std::string_view funds_type)
{
    return {{"Id", id},
            {"Description", funds_type},
            {"Owners", json::array()},
            {"Balance", {{"Currency", currency}, {"Amount", 0}}},
            {"Currency", currency},
            {"FundsType", funds_type},
            {"Tag", nullptr},
            {"CreationDate", world.seconds()}};
}

void add(World& world, const std::string& id, std::int64_t amount)
{
    auto wallet = find(world, Kind::wallet, id);
    auto& at = wallet.at("Balance").at("Amount");
    const auto after = at.get<std::int64_t>() + amount;
    domain::check(after >= 0, "no wallet is ever overdrawn");
    at = after;
    save(world, Kind::wallet, wallet);
}

void book(World& world, const char* side, std::int64_t amount)
{
    const auto* known = world.state.maybe_find(Kind::books, books_id);
    json books = known ? *known : json{{"Id", books_id}, {"In", 0}, {"Out", 0}};
    books[side] = books.at(side).get<std::int64_t>() + amount;
    save(world, Kind::books, books);
}

bool is_of_client(const json& wallet)
{
    return wallet.at("FundsType") == "FEES" || wallet.at("FundsType") == "CREDIT";
}

/// A wallet of a user that may be shown now.
json visible(World& world, const Call& call)
{
    auto wallet = find(world, Kind::wallet, call.capture("id"));
    if (wallet.at("FundsType") != "DEFAULT") {
        throw unknown_resource("Wallet", call.capture("id"));
    }
    sca::guard_view(world, call, owner(world, wallet));
    return wallet;
}

} // namespace

Answer create(World& world, const Call& call)
{
    Fields fields(call);
    const auto description = fields.text("Description");
    const auto currency = fields.text("Currency");
    const auto tag = fields.text_or("Tag", "", {0, 255});
    const auto* owners = fields.at("Owners");
    std::string owner_id;
    if (!owners || !owners->is_array() || owners->empty() || !owners->front().is_string()) {
        fields.complain("Owners", "The Owners field is required.");
    } else if (owners->size() > 1) {
        fields.complain("Owners", "Owners doesn't support multiple values for the moment");
    } else {
        owner_id = owners->front().get<std::string>();
    }
    if (!currency.empty() && std::ranges::find(currencies, currency) == std::end(currencies)) {
        fields.complain("Currency", "Currency: The currency " + currency + " is not available");
    }
    fields.finish();
    if (!world.state.maybe_find(Kind::user, owner_id)) {
        throw param_error({{"Owners", "The user " + owner_id + " does not exist"}});
    }
    users::find_open(world, owner_id);

    auto wallet = blank(world, fresh_id(world, "wlt_m_"), currency, "DEFAULT");
    wallet["Description"] = description;
    wallet["Owners"] = json::array({owner_id});
    if (fields.at("Tag")) wallet["Tag"] = tag;
    save(world, Kind::wallet, wallet);
    return answer(shown(wallet));
}

Answer edit(World& world, const Call& call)
{
    auto wallet = visible(world, call);
    Fields fields(call);
    const auto description =
        fields.text_or("Description", wallet.at("Description").get<std::string>());
    fields.text_or("Tag", "", {0, 255});
    fields.finish();
    wallet["Description"] = description;
    if (const auto* tag = fields.at("Tag")) wallet["Tag"] = *tag;
    save(world, Kind::wallet, wallet);
    return answer(shown(wallet));
}

Answer get(World& world, const Call& call)
{
    return answer(shown(visible(world, call)));
}

Answer of_user(World& world, const Call& call)
{
    const auto user = find(world, Kind::user, call.capture("id"));
    sca::guard_view(world, call, user);
    return page(call, collected(world, Kind::wallet, [&](const json& wallet) {
                    return wallet.at("Owners") == json::array({user.at("Id")});
                }));
}

Answer transactions(World& world, const Call& call)
{
    visible(world, call);
    return page(call, transactions_of_wallet(world, call, call.capture("id")));
}

Answer transactions_of_user(World& world, const Call& call)
{
    const auto user = find(world, Kind::user, call.capture("id"));
    sca::guard_view(world, call, user);
    return page(call, collected(world, Kind::transaction, [&](const json& t) {
                    return is_kept(world, t) && is_wanted(call, t) &&
                           (t.at("AuthorId") == user.at("Id") ||
                            t.at("CreditedUserId") == user.at("Id"));
                }));
}

Answer of_client(World& world, const Call& call)
{
    const bool all = call.captured.empty();
    return page(call, collected(world, Kind::wallet, [&](const json& wallet) {
                    return is_of_client(wallet) &&
                           (all || wallet.at("FundsType") == call.capture("funds_type"));
                }));
}

Answer one_of_client(World& world, const Call& call)
{
    const auto id = call.capture("funds_type") + "_" + call.capture("currency");
    const auto wallet = find(world, Kind::wallet, id);
    if (!is_of_client(wallet)) throw unknown_resource("Wallet", id);
    return answer(shown(wallet));
}

Answer client_transactions(World& world, const Call& call)
{
    one_of_client(world, call);
    return page(
        call, transactions_of_wallet(world, call,
                                     call.capture("funds_type") + "_" + call.capture("currency")));
}

void open_client_wallets(World& world)
{
    for (const auto currency : currencies) {
        for (const std::string_view funds_type : {"FEES", "CREDIT", "HELD"}) {
            const auto id = std::string(funds_type) + "_" + std::string(currency);
            if (world.state.maybe_find(Kind::wallet, id)) continue;
            save(world, Kind::wallet, blank(world, id, currency, funds_type));
        }
    }
}

json of_field(const World& world, const std::string& id, std::string_view field)
{
    const auto* wallet = world.state.maybe_find(Kind::wallet, id);
    if (!wallet || wallet->at("FundsType") != "DEFAULT") {
        throw param_error({{std::string(field), "The wallet " + id + " does not exist"}});
    }
    return *wallet;
}

json owner(const World& world, const json& wallet)
{
    return find(world, Kind::user, wallet.at("Owners").at(0).get<std::string>());
}

std::int64_t held_by(const World& world, const std::string& user)
{
    std::int64_t sum = 0;
    world.state.each(Kind::wallet, [&](const std::string&, const json& wallet) {
        if (wallet.at("Owners") == json::array({user})) {
            sum += wallet.at("Balance").at("Amount").get<std::int64_t>();
        }
    });
    return sum;
}

std::int64_t balance(const World& world, const std::string& wallet)
{
    return find(world, Kind::wallet, wallet).at("Balance").at("Amount").get<std::int64_t>();
}

void bring_in(World& world, const std::string& wallet, std::int64_t amount)
{
    domain::check(amount >= 0, "what comes in is no debt");
    add(world, wallet, amount);
    book(world, "In", amount);
}

void take_out(World& world, const std::string& wallet, std::int64_t amount)
{
    domain::check(amount >= 0, "what goes out is no debt");
    add(world, wallet, -amount);
    book(world, "Out", amount);
}

void move(World& world, const std::string& from, const std::string& to, std::int64_t amount)
{
    if (amount < 0) return move(world, to, from, -amount);
    add(world, from, -amount);
    add(world, to, amount);
}

std::string fees_wallet(std::string_view currency)
{
    return "FEES_" + std::string(currency);
}

std::string held_wallet(std::string_view currency)
{
    return "HELD_" + std::string(currency);
}

} // namespace mangopay_sandbox::wallets
