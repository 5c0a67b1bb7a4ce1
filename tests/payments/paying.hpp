#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "api/http/process.hpp"
#include "api/http/server.hpp"
#include "api/pipeline/problem.hpp"
#include "domain/events/event_store.hpp"
#include "domain/orders/order_store.hpp"
#include "payments/flows/dispatch.hpp"
#include "payments/mangopay/client.hpp"
#include "payments/mangopay/curl_http.hpp"
#include "payments/operations/operation_store.hpp"
#include "payments/payment_accounts/payment_account_store.hpp"
#include "payments/reconciliation/audit.hpp"
#include "payments/reconciliation/wallets.hpp"
#include "tests/support/people.hpp"
#include "tests/support/stand_in.hpp"

namespace tests {

/// A marketplace that pays through the real stand-in: its own process, called through libcurl,
/// calling our hooks on a real server. One clock for both, standing still until a test moves it.
/// After every story the ledger is recounted, and compared with the stand-in's wallets.
class Paying : public Populated {
protected:
    static constexpr auto iban = "FR7630004000031234567890143";
    static constexpr std::int64_t gross = 12'000;
    static constexpr std::int64_t commission = 1'200;

    StandIn stand_in;
    payments::mangopay::Client mangopay{
        {{stand_in.url(), "entremise-demo", "demo-api-key"}, true},
        payments::mangopay::curl_http({.connect_within = std::chrono::milliseconds{2'000},
                                       .answer_within = std::chrono::milliseconds{2'000}}),
        clock};
    std::unique_ptr<api::http::Server> server;
    payments::flows::Context payments_context{db, mangopay};

    Paying()
    {
        api::http::prepare_process();
        stand_in.set_clock("@" + domain::to_text(now));
        api::http::Options options;
        options.threads = 1;
        for (const auto place :
             {api::http::Place::passwords, api::http::Place::pictures, api::http::Place::outbound})
            options.pools[place] = {.threads = 1};
        options.on_trouble = [](api::http::Trouble trouble, const api::http::Request* request) {
            return api::problem(trouble, request);
        };
        use_gateway(mangopay);
        server = std::make_unique<api::http::Server>(options, api::bound_routes(app));
        context.hook_url = "http://127.0.0.1:" + std::to_string(server->port()) +
                           "/hooks/mangopay/" + app.hook_secret;
        run_jobs(); // registers the hooks
    }

    void TearDown() override
    {
        expect_sound_ledger();
        expect_equal_wallets();
    }

    void use_gateway(payments::Gateway& gateway)
    {
        app.gateway = &gateway;
        context.gateway = &gateway;
    }

    void travel(std::chrono::microseconds ahead)
    {
        now += ahead;
        stand_in.set_clock("@" + domain::to_text(now));
    }

    /// Mangopay's calls arrive, and what follows from them happens, until nothing does.
    void settle_down()
    {
        for (int round = 0; round < 6; ++round) {
            stand_in.control("POST", "/hooks/deliver");
            for (int wait = 0; wait < 100 && is_delivering(); ++wait) {
                std::this_thread::sleep_for(std::chrono::milliseconds{10});
            }
            run_jobs();
        }
    }

    /// Whether the stand-in still has calls to make now; those that failed have a later date.
    bool is_delivering() const
    {
        for (const auto& owed : stand_in.control("GET", "/deliveries").json()) {
            if (owed.at("attempts").get<int>() == 0) return true;
        }
        return false;
    }

    /// Time passes until even what lost its answer and its hook is looked at again.
    void heal(int rounds = 8)
    {
        for (int round = 0; round < rounds; ++round) {
            travel(std::chrono::minutes{2});
            settle_down();
        }
    }

    void fault(const std::string& kind, const std::string& match, int count = 1,
               const json& more = json::object())
    {
        json body = {{"kind", kind}, {"match", match}, {"count", count}};
        body.update(more);
        ASSERT_EQ(stand_in.control("POST", "/faults", body).status, 204);
    }

    std::string user_of(const Someone& someone, payments::Role role)
    {
        const auto found = account_of(someone, role);
        return found ? found->user_id.text() : "";
    }
    std::optional<payments::payment_accounts::PaymentAccount> account_of(const Someone& someone,
                                                                         payments::Role role)
    {
        return db.read([&](domain::Transaction& tx) {
            return payments::payment_accounts::maybe_find(tx, someone.id, role);
        });
    }

    void accept_texts(const Someone& provider)
    {
        db.transaction([&](domain::Transaction& tx) {
            using namespace domain::terms;
            for (const auto document : {domain::terms::Document::invoicing_mandate,
                                        domain::terms::Document::mangopay_terms}) {
                accept(tx, provider.id, current_text(platform, document, domain::Language::fr), {});
            }
        });
    }

    void authenticate(const Someone& provider, const std::string& outcome = "accept")
    {
        stand_in.control("POST", "/users/" + user_of(provider, payments::Role::owner) + "/sca",
                         {{"outcome", outcome}});
        settle_down();
    }

    void decide_identity(const Someone& provider, const std::string& outcome = "accept")
    {
        const auto id = db.read([&](domain::Transaction& tx) {
            return payments::payment_accounts::latest_verification(tx, provider.id)->id.text();
        });
        stand_in.control("POST", "/identity-verifications/" + id, {{"outcome", outcome}});
        settle_down();
    }

    Answer register_bank_account(const Someone& provider, const std::string& number = iban)
    {
        return post("/v1/me/payout-recipient", {{"iban", number}, {"proof", proof_of(provider)}},
                    provider.bearer);
    }

    /// A provider whom Mangopay knows, verified, with a bank account: through the API alone.
    Someone given_a_verified_provider()
    {
        const auto ben = given_a_provider();
        accept_texts(ben);
        EXPECT_EQ(post("/v1/me/identity-verification", json::object(), ben.bearer).status, 201);
        decide_identity(ben);
        authenticate(ben);
        EXPECT_EQ(register_bank_account(ben).status, 201);
        authenticate(ben);
        return ben;
    }

    std::string given_an_order(const Someone& client, const Someone& provider)
    {
        using domain::eur;
        const auto id = domain::OrderId::fresh(now);
        db.transaction([&](domain::Transaction& tx) {
            domain::orders::Order order{.id = id, .client = client.id, .provider = provider.id};
            order.net = eur(10'000);
            order.vat = eur(2'000);
            order.gross = eur(gross);
            order.commission_net = eur(1'000);
            order.commission_vat = eur(200);
            order.accepted_at = now;
            order.payment_due_at = now + std::chrono::days{7};
            domain::orders::insert(tx, order);
        });
        return id.text();
    }

    Answer pay(const std::string& order, const Someone& client, const std::string& key = "")
    {
        return call("POST", "/v1/orders/" + order + "/payment", "{}",
                    {.bearer = client.bearer, .key = key});
    }

    std::string pay_in_of(const std::string& order)
    {
        return db.read([&](domain::Transaction& tx) {
            const auto all = payments::operations::of_order(tx, *domain::OrderId::parse(order),
                                                            payments::Kind::pay_in);
            return all.empty() ? "" : all.back().resource_id.text();
        });
    }

    void decide_card(const std::string& order, const std::string& outcome = "accept",
                     const json& more = json::object())
    {
        json body = {{"outcome", outcome}};
        body.update(more);
        stand_in.control("POST", "/payins/" + pay_in_of(order), body);
        settle_down();
    }

    domain::orders::Order stored(const std::string& order)
    {
        return db.read([&](domain::Transaction& tx) {
            return domain::orders::find(tx, *domain::OrderId::parse(order));
        });
    }
    std::string state_of(const std::string& order)
    {
        return std::string(domain::orders::name(stored(order).state));
    }

    /// Takes a funded order to its validation, without the people who would do it.
    void validate(const std::string& order)
    {
        db.transaction([&](domain::Transaction& tx) {
            tx.run("UPDATE orders SET state = 'validated', delivered_at = :at, validated_at = :at, "
                   "validated_by = 'client' WHERE id = :id",
                   now, order);
            domain::events::announce(tx, {domain::events::Kind::release_due, order});
        });
        settle_down();
    }

    std::vector<payments::operations::Operation> operations_of(const std::string& order,
                                                               payments::Kind kind)
    {
        return db.read([&](domain::Transaction& tx) {
            return payments::operations::of_order(tx, *domain::OrderId::parse(order), kind);
        });
    }

    /// Whether any row of `table` holds `needle` in any column.
    bool in_table(const std::string& table, const std::string& needle)
    {
        return db.read([&](domain::Transaction& tx) {
            const auto columns =
                tx.dialect() == domain::storage::Dialect::sqlite
                    ? tx.all<std::string>("SELECT name FROM pragma_table_info(:name)", table)
                    : tx.all<std::string>("SELECT CAST(column_name AS TEXT) FROM "
                                          "information_schema.columns WHERE table_name = :name",
                                          table);
            for (const auto& column : columns) {
                const auto sql = "SELECT COUNT(*) FROM " + table + " WHERE CAST(" + column +
                                 " AS TEXT) LIKE :needle";
                if (tx.one<std::int64_t>(sql, "%" + needle + "%") > 0) return true;
            }
            return false;
        });
    }

    std::int64_t balance(const std::string& account)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx
                .maybe<std::int64_t>("SELECT amount FROM ledger_balances WHERE account_id = :id",
                                     account)
                .value_or(0);
        });
    }

    std::int64_t at_mangopay(const std::string& wallet) const
    {
        const auto state = stand_in.state();
        for (const auto& one : state.at("wallets")) {
            if (one.at("id") == wallet) return one.at("amount").get<std::int64_t>();
        }
        return 0;
    }

    /// What a wallet holds by our postings: what is on its way to a bank has left it.
    std::int64_t mirrored(const std::string& wallet)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::int64_t>(R"(
                SELECT CAST(COALESCE(SUM(p.amount), 0) AS BIGINT)
                  FROM ledger_postings p
                  JOIN ledger_accounts a ON a.id = p.account_id
                  JOIN ledger_transactions t ON t.id = p.transaction_id
                 WHERE a.wallet_id = :wallet AND a.part <> 'paying'
                   AND (t.pending = 0 OR EXISTS (SELECT 1
                                                   FROM ledger_resolutions r
                                                  WHERE r.transaction_id = t.id
                                                    AND r.outcome = 'posted')))",
                                        wallet);
        });
    }

    void expect_sound_ledger()
    {
        const auto audit =
            db.read([](domain::Transaction& tx) { return payments::reconciliation::audit(tx); });
        EXPECT_EQ(audit.first_difference, "");
    }

    /// Behind the API: the stand-in shows every balance to its controls, strong authentication
    /// or not.
    void expect_equal_wallets()
    {
        const auto state = stand_in.state();
        EXPECT_TRUE(state.at("balanced").get<bool>()) << state;
        for (const auto& wallet : state.at("wallets")) {
            const auto id = wallet.at("id").get<std::string>();
            if (id == "HELD_EUR") continue; // the stand-in's own: payouts the bank has not taken
            EXPECT_EQ(wallet.at("amount").get<std::int64_t>(), mirrored(id)) << id;
        }
    }
};

} // namespace tests
