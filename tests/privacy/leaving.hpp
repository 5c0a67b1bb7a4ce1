#pragma once

#include <set>

#include "domain/access/credential_store.hpp"
#include "domain/conversations/conversations.hpp"
#include "domain/leaving/archive_store.hpp"
#include "domain/leaving/closure_store.hpp"
#include "domain/orders/escrow.hpp"
#include "domain/vault/sealed_row.hpp"
#include "invoicing/issuing/invoices.hpp"
#include "jobs/retention.hpp"
#include "tests/market/publishing.hpp"

namespace tests {

/// People who deal with each other, and leave.
class Leaving : public Publishing {
protected:
    static constexpr auto password = "correct horse battery staple";

    /// Ana and ben went the whole way: page, request, messages, quote, order, invoices, reviews.
    struct Deal {
        json request, order;
        domain::ConversationId conversation;
    };

    struct ArchivedRow {
        std::string id, surname, first_name, terms_accepted_on;
        auto fields() { return std::tie(id, surname, first_name, terms_accepted_on); }
    };

    void publish_page(const Someone& provider, const std::string& description = "Retouches.")
    {
        expect(200, upload("PUT", "/v1/me/page/photo", some_picture(false), provider));
        auto page = some_page();
        page["description"] = description;
        expect(200, put("/v1/me/page", page, provider.bearer, page_etag(provider)));
        given_a_service(provider, "Ourlets");
    }

    domain::ConversationId talking_about(const json& request, const Someone& client,
                                         const Someone& provider)
    {
        return db.transaction([&](domain::Transaction& tx) {
            return domain::conversations::open(tx, domain::RequestId::parse(text(request)).value(),
                                               client.id, provider.id);
        });
    }

    void say(const domain::ConversationId& conversation, const Someone& who,
             const std::string& words)
    {
        expect(201, post("/v1/conversations/" + conversation.text() + "/messages",
                         {{"text", words}}, who.bearer));
    }

    json messages_for(const domain::ConversationId& conversation, const Someone& reader)
    {
        return expect(200, get("/v1/conversations/" + conversation.text() + "/messages?limit=100",
                               reader.bearer))["items"];
    }

    void release(const json& order)
    {
        db.transaction(
            [&](domain::Transaction& tx) { domain::orders::mark_released(tx, id_of(order)); });
        run_jobs();
    }

    /// From the accepted quote to the released money.
    void carry_out(const json& order)
    {
        fund(order);
        expect(200, act(order, "start", ben));
        expect(200, act(order, "delivery", ben));
        expect(200, act(order, "validation", ana));
        release(order);
    }

    Deal given_a_deal()
    {
        publish_page(ben);
        const auto request = given_a_request();
        const auto conversation = talking_about(request, ana, ben);
        say(conversation, ana, "Bonjour, douze rideaux.");
        say(conversation, ben, "Avec plaisir.");
        const auto order = expect(201, accept(quoted(ben, request), ana));
        carry_out(order);
        expect(201, act(order, "review", ana,
                        {{"rating", 5}, {"text", "Parfait, Ana Martin recommande Ben."}}));
        expect(201, act(order, "review", ben, {{"rating", 4}, {"text", "Cliente ponctuelle."}}));
        run_jobs();
        return {request, order, conversation};
    }

    void give_password(const Someone& who)
    {
        db.transaction([&](domain::Transaction& tx) {
            domain::access::write_password(tx, who.id, domain::password_hash(password));
        });
    }

    Answer ask_to_close(const Someone& who)
    {
        give_password(who);
        return post("/v1/me/closure", {{"password", password}}, who.bearer);
    }

    /// Asks, and lets the jobs do what nothing holds back.
    void close(const Someone& who)
    {
        expect(202, ask_to_close(who));
        run_jobs();
    }

    bool has_left(const Someone& who)
    {
        return db.read([&](domain::Transaction& tx) {
            const auto closure = domain::leaving::closure_of(tx, who.id);
            return !domain::accounts::maybe_find(tx, who.id) || (closure && closure->completed_at);
        });
    }

    /// What the archive keeps of somebody, opened as an operator would whom the law asks for it;
    /// nothing once its day has come.
    std::optional<domain::leaving::LegalIdentity> archived(const Someone& who)
    {
        return db.read([&](domain::Transaction& tx) {
            std::optional<domain::leaving::LegalIdentity> found;
            for (const auto& sealed : tx.all<ArchivedRow>(R"(
                     SELECT s.id, s.surname, s.first_name, s.terms_accepted_on
                       FROM archive_subjects s
                       JOIN archive_links l ON l.archive_subject_id = s.id
                      WHERE l.account_id = :account)",
                                                          who.id)) {
                const domain::vault::SealedRow row(tx, "archive_subjects",
                                                   domain::vault::Category::identity, sealed.id);
                found = {row.opened("surname", sealed.surname),
                         row.opened("first_name", sealed.first_name),
                         row.opened("terms_accepted_on", sealed.terms_accepted_on)};
            }
            return found;
        });
    }

    std::vector<std::string> invoice_ids()
    {
        return db.read([](domain::Transaction& tx) {
            return tx.all<std::string>("SELECT id FROM invoices ORDER BY id");
        });
    }

    /// Every column in which `needle` occurs, of every table of a database.
    std::set<std::string> columns_with(domain::Database& database, const std::string& needle)
    {
        return database.read([&](domain::Transaction& tx) {
            const auto* sql = tx.dialect() == domain::storage::Dialect::sqlite
                                  ? R"(SELECT t.name || '.' || c.name
                                         FROM sqlite_master t, pragma_table_info(t.name) c
                                        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%')"
                                  : R"(SELECT table_name || '.' || column_name
                                         FROM information_schema.columns
                                        WHERE table_schema = CURRENT_SCHEMA)";
            std::set<std::string> found;
            for (const auto& name : tx.all<std::string>(sql)) {
                const auto dot = name.find('.');
                const auto hits = tx.one<std::int64_t>(
                    "SELECT COUNT(*) FROM " + name.substr(0, dot) + " WHERE CAST(" +
                        name.substr(dot + 1) + " AS TEXT) LIKE :needle",
                    "%" + needle + "%");
                if (hits > 0) found.insert(name);
            }
            return found;
        });
    }
};

} // namespace tests
