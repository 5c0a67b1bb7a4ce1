#pragma once

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "domain/conversations/conversations.hpp"
#include "invoicing/former_members/document_link.hpp"
#include "invoicing/issuing/invoices.hpp"
#include "payments/gateway/gateway.hpp"
#include "tests/invoicing/sample_orders.hpp"
#include "tests/market/publishing.hpp"
#include "tests/support/waiting_money.hpp"

namespace tests {

/// Mangopay on a day on which it does not answer: whoever may ask gets a 503.
class SilentGateway : public payments::Gateway {
public:
    payments::Outcome send(const payments::Command&, const std::string&) override
    {
        return unreachable();
    }
    std::optional<payments::Outcome> kept(payments::Kind, const std::string&) override
    {
        return unreachable();
    }
    payments::Outcome read(payments::Kind, const payments::ResourceId&) override
    {
        return unreachable();
    }
    std::optional<payments::Outcome> find(const payments::Command&) override
    {
        return unreachable();
    }
    std::optional<payments::UserState> user(const payments::UserId&) override { silence(); }
    payments::Blocking blocking(const payments::UserId&) override { silence(); }
    std::optional<payments::VerificationState>
    verification(const payments::VerificationId&) override
    {
        silence();
    }
    std::optional<payments::RecipientState> recipient(const payments::RecipientId&) override
    {
        silence();
    }
    std::optional<payments::WalletBalance> balance(const payments::WalletId&) override
    {
        silence();
    }
    payments::Outcome update_user(const payments::UserId&, const payments::NewUser&) override
    {
        return unreachable();
    }
    void close_user(const payments::UserId&) override { silence(); }
    std::string enrolment_link(const payments::UserId&) override { silence(); }
    std::vector<payments::HookState> hooks() override { silence(); }
    void create_hook(const std::string&, const std::string&) override { silence(); }
    void repair_hook(const payments::HookId&, const std::string&) override { silence(); }
    std::vector<payments::HookEvent> events(const std::string&, domain::Instant) override
    {
        silence();
    }

private:
    static payments::Outcome unreachable() { return payments::Unreachable{"silent"}; }
    [[noreturn]] static void silence() { throw payments::NoAnswer("silent"); }
};

/// A marketplace in which everything exists once between ana, who buys, and ben, who sells;
/// with strangers, the house's people, and somebody who has left.
class World : public Publishing {
protected:
    /// The columns of matrix.json; "anonymous" has no session.
    std::map<std::string, Someone> actors;
    /// What stands in the matrix as {order}, {review}…
    std::map<std::string, std::string> things;

    SilentGateway mangopay;

    void SetUp() override
    {
        app.gateway = &mangopay;
        actors.emplace("ana", ana);
        actors.emplace("ben", ben);
        actors.emplace("eve", given_a_client("Eve"));
        actors.emplace("carl", given_a_payable_provider("Carl"));
        actors.emplace("sam", given_staff());
        actors.emplace("abby", given_an_accountant());
        actors.emplace("dora", given_a_privacy_officer());
        const auto zoe = given_a_client("Zoe");
        db.transaction([&](domain::Transaction& tx) {
            domain::accounts::set_state(tx, zoe.id, domain::accounts::AccountState::closed);
        });
        actors.emplace("closed", zoe);
        for (const auto& [name, someone] : actors)
            things[name] = someone.id.text();
        publish_and_trade();
        talk_and_invoice();
        leave_money_to_people();
    }

    std::string bearer_of(const std::string& actor) const
    {
        const auto found = actors.find(actor);
        return found == actors.end() ? "" : found->second.bearer;
    }

    /// `text` with {order} and the like replaced by what stands for them in `by`.
    static std::string filled(std::string text, const std::map<std::string, std::string>& by)
    {
        for (const auto& [name, value] : by) {
            const auto placeholder = "{" + name + "}";
            for (auto at = text.find(placeholder); at != std::string::npos;
                 at = text.find(placeholder, at + value.size())) {
                text.replace(at, placeholder.size(), value);
            }
        }
        return text;
    }

    /// The same names for things of the same kinds that do not exist.
    std::map<std::string, std::string> nothings() const
    {
        std::map<std::string, std::string> none;
        for (const auto& [name, id] : things)
            none[name] = id.substr(0, 4) + domain::fresh_suffix(now);
        return none;
    }

    std::map<std::string, std::int64_t> rows_by_table()
    {
        const auto tables = db.read([&](domain::Transaction& tx) {
            return tx.all<std::string>(databases.on_postgresql()
                                           ? "SELECT tablename FROM pg_tables WHERE schemaname = "
                                             "'public'"
                                           : "SELECT name FROM sqlite_master WHERE type = 'table'");
        });
        std::map<std::string, std::int64_t> rows;
        for (const auto& table : tables)
            rows[table] = count(table);
        return rows;
    }

private:
    void publish_and_trade()
    {
        publish(ben);
        const auto shown = get("/v1/me/page", ben.bearer).body;
        const auto service = given_a_service(ben, "Ourlets");
        things["service"] = text(service);
        const auto picture = expect(
            201, upload("POST", "/v1/me/portfolio?caption=Rideaux", some_picture(true), ben));
        things["picture"] = picture["portfolio"].back()["id"];
        const auto order = given_a_validated_order();
        things["order"] = text(order);
        things["request"] = order["request_id"];
        things["quote"] = order["quote_id"];
        things["review"] = text(expect(
            201, act(order, "review", ana, {{"rating", 5}, {"text", "Travail très soigné."}})));
    }

    void leave_money_to_people()
    {
        const auto movement = given_waiting_money(db, ana.id);
        things["proposal"] = given_a_proposal(db, given_a_decider().id, movement).text();
        things["movement"] = given_waiting_money(db, ana.id).text();
    }

    void talk_and_invoice()
    {
        things["unpaid"] = text(given_an_order());
        const auto talk = get("/v1/conversations", ana.bearer).body["items"][0];
        things["conversation"] = text(talk);
        auto deal = samples::portraits();
        deal.order = domain::OrderId::parse(things["order"]).value();
        deal.provider_id = ben.id;
        deal.client_id = ana.id;
        const auto issued = db.transaction(
            [&](domain::Transaction& tx) { return invoicing::issuing::issue_for_order(tx, deal); });
        db.transaction([&](domain::Transaction& tx) {
            invoicing::issuing::store_rendering(tx, issued.service_id);
        });
        things["invoice"] = issued.service_id.text();
        things["document_link"] = db.transaction([&](domain::Transaction& tx) {
            namespace former_members = invoicing::former_members;
            const auto token = former_members::issue_link(tx, actors.at("closed").id);
            return former_members::living_link(tx, token)->id.text();
        });
        const json wish = {{"label", "Cabinet Durand"},
                           {"expires_at", "2027-01-31T12:00:00Z"},
                           {"password", somebodys_password}};
        for (const auto* who : {"sam", "ben", "carl"})
            give_a_password(actors.at(who));
        things["session"] = db.transaction([&](domain::Transaction& tx) {
            using namespace domain::access;
            return sessions::open(tx, domain::accounts::find(tx, ana.id),
                                  domain::access::Channel::bearer, false, {"127.0.0.1", "other"})
                .id.text();
        });
        things["key"] = expect(201, post("/v1/staff/archive-keys", wish, bearer_of("sam")))["id"];
        things["own_key"] = expect(201, post("/v1/me/archive-keys", wish, ben.bearer))["id"];
    }
};

/// tests/authorization/matrix.json.
inline const json& matrix()
{
    static const auto read = json::parse(slurp(SOURCE_DIR "/tests/authorization/matrix.json"));
    return read;
}

/// The first actor whom a row of it does not turn away; ana where nobody finds anything.
inline std::string admitted(const json& row)
{
    std::istringstream cells(row["expect"].get<std::string>());
    int status = 0;
    for (const auto& actor : matrix()["actors"]) {
        cells >> status;
        if (status != 401 && status != 404) return actor;
    }
    return "ana";
}

} // namespace tests
