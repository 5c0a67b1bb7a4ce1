#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "tests/accounts/mails.hpp"
#include "tests/payments/unanswered.hpp"

namespace tests {

/// Money that waits for people, and what two of the staff decide about it.
class TwoPeople : public Unanswered {
protected:
    Someone sam = given_a_decider();
    Someone kim = given_a_decider();

    /// Sessions end, and these stories take long.
    std::string signed_in(Someone who)
    {
        sign_in_again(who);
        return who.bearer;
    }
    /// Each proves the second factor anew; a code counts once.
    Answer propose(const Someone& who, const std::string& kind, const std::string& subject,
                   const json& evidence = json::object())
    {
        travel(std::chrono::minutes{1});
        return post("/v1/staff/proposals",
                    {{"kind", kind},
                     {"subject", subject},
                     {"reason", "Vu avec l'assistance de Mangopay."},
                     {"evidence", evidence},
                     {"code", code_of(who)}},
                    signed_in(who));
    }
    Answer decide(const Someone& who, const json& proposal, const std::string& decision)
    {
        travel(std::chrono::minutes{1});
        return post(
            "/v1/staff/proposals/" + proposal["id"].get<std::string>() + "/decision",
            {{"decision", decision}, {"reason", "Vérifié sur le relevé."}, {"code", code_of(who)}},
            signed_in(who));
    }
    /// Proposed by sam, accepted by kim, carried out.
    void decided(const std::string& kind, const std::string& subject,
                 const json& evidence = json::object(), const std::string& ends_as = "effective")
    {
        const auto made = propose(sam, kind, subject, evidence);
        ASSERT_EQ(made.status, 201) << made.bytes;
        ASSERT_EQ(decide(kim, made.body, "accept").status, 200);
        carry_out();
        EXPECT_EQ(shown(made.body)["state"], ends_as) << shown(made.body);
    }
    void carry_out()
    {
        travel(std::chrono::seconds{11});
        settle_down();
    }
    json shown(const json& proposal)
    {
        const auto path = "/v1/staff/proposals/" + proposal["id"].get<std::string>();
        return get(path, signed_in(sam)).body;
    }
    json waiting() { return get("/v1/staff/money-waiting", signed_in(sam)).body["items"]; }

    std::string day(std::chrono::days later = {}) const
    {
        return domain::to_text(domain::day_in_paris(now + later));
    }
    /// Of the operator's own bank, today.
    json bank_transfer(const std::string& reference = "VIR 2026-11-30 0042") const
    {
        return {{"bank_reference", reference}, {"paid_on", day()}};
    }

    /// Funded, cancelled when Mangopay gives nothing back to a card any more.
    std::string given_a_refused_refund()
    {
        const auto order = given_a_funded_order();
        travel(std::chrono::days{345});
        cancel(order);
        return order;
    }
    /// Ben's account is closed, whatever he is still owed.
    void ben_has_left()
    {
        db.transaction([&](domain::Transaction& tx) {
            tx.run("UPDATE accounts SET state = 'closed' WHERE id = :id", ben.id);
        });
    }
    /// The one payout to ben waits for people and is ended by a bank transfer: what the wallet
    /// holds of it is the operator's.
    void expect_paid_otherwise()
    {
        const auto left = waiting();
        ASSERT_EQ(left.size(), 1U);
        EXPECT_EQ(left[0]["why"], "payout_refused");
        EXPECT_EQ(left[0]["amount"]["amount"], gross - commission);
        decided("paid_by_other_means", left[0]["id"], bank_transfer());
        const auto wallet = wallet_of(ben, payments::Role::owner);
        EXPECT_EQ(balance(wallet + ":remainder"), gross - commission);
        EXPECT_EQ(balance(wallet + ":free"), 0);
        EXPECT_TRUE(waiting().empty());
    }
    std::string payout()
    {
        return db.read([](domain::Transaction& tx) {
            return tx.one<std::string>(
                "SELECT resource_id FROM money_operations WHERE kind = 'payout'");
        });
    }
    std::size_t mails_about(const std::string& subject, const Someone& someone)
    {
        std::size_t found = 0;
        for (const auto& mail : mailbox.to(someone.email))
            found += readable(mail).find(subject) != std::string::npos ? 1U : 0U;
        return found;
    }

    /// A movement that was made, or not, and that nobody could find out about for a day.
    payments::operations::Operation given_in_review(const std::string& order, payments::Kind kind,
                                                    const std::string& fault_kind,
                                                    const std::string& route,
                                                    const std::function<void()>& act)
    {
        fault(fault_kind, route);
        for (const auto* silent : {"GET /responses", "GET /users/:id/transactions", "GET /events",
                                   "GET /wallets/:id/transactions"})
            fault("server_error", silent, 10'000);
        fault("hook_suppress", "", 1'000);
        act();
        for (int hour = 0; hour < 25; ++hour) {
            travel(std::chrono::hours{1});
            run_jobs();
        }
        auto left = operations_of(order, kind).at(0);
        EXPECT_EQ(left.state, payments::operations::State::manual_review);
        stand_in.control("DELETE", "/faults");
        return left;
    }
    /// The transfer of a validated order: made at Mangopay, though nobody was told.
    payments::operations::Operation given_a_transfer_in_review(const std::string& order)
    {
        return given_in_review(
            order, payments::Kind::transfer, "server_error_after", "POST /transfers", [&] {
                db.transaction([&](domain::Transaction& tx) {
                    tx.run("UPDATE orders SET state = 'validated', delivered_at = :at, "
                           "validated_at = :at, validated_by = 'client' WHERE id = :id",
                           now, order);
                    domain::events::announce(tx, {domain::events::Kind::release_due, order});
                });
                run_jobs();
            });
    }
    std::string made_at_mangopay(payments::Kind kind, const std::string& event,
                                 const std::string& tag)
    {
        for (const auto& made : mangopay.events(event, now - std::chrono::days{3})) {
            const auto read = mangopay.read(kind, made.resource_id);
            const auto* resource = payments::operations::resource_in(read);
            if (resource != nullptr && resource->tag == tag) return made.resource_id.text();
        }
        return "";
    }
    /// Mangopay calls.
    void told(const std::string& event, const std::string& resource)
    {
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
        EXPECT_EQ(get("/hooks/mangopay/" + app.hook_secret + "?EventType=" + event +
                      "&RessourceId=" + resource + "&Date=" + std::to_string(seconds))
                      .status,
                  200);
        settle_down();
    }
};

} // namespace tests
