#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/storage/session.hpp"
#include "invoicing/audit/audit.hpp"
#include "invoicing/audit/contents.hpp"
#include "invoicing/model/chain.hpp"
#include "invoicing/series/anchors.hpp"
#include "invoicing/series/heads.hpp"
#include "tests/invoicing/office.hpp"

namespace tests {

/// Both databases in the hands of somebody with their password: no trigger, check or foreign key
/// stands in the way. What is done between begin() and undo() was never done.
class Hand {
public:
    Hand(const Databases& databases, domain::Vault& vault, domain::Instant now)
        : session(databases.data), keys_(databases.keys), tx(session, now, vault)
    {
        unguard();
        keys_.execute("CREATE TABLE kept AS SELECT * FROM data_keys");
    }

    void begin() { session.execute("BEGIN"); }
    void undo()
    {
        session.execute("ROLLBACK");
        keys_.execute("DELETE FROM data_keys");
        keys_.execute("INSERT INTO data_keys SELECT * FROM kept");
    }

    void run_on_keys(const std::string& sql) { keys_.execute(sql); }

    /// Makes every hash of a series follow from what its links say now, and its counter from them.
    void chain_again(const std::string& series)
    {
        std::string previous;
        for (auto& link : links_of(series)) {
            const auto stood_at = std::exchange(link.position, ++positions_);
            previous = hash_of(link, previous);
            tx.run("UPDATE invoice_chain SET position = :position, hash = :hash "
                   "WHERE series = :series AND position = :old",
                   link.position, previous, series, stood_at);
        }
        tx.run(R"(
            UPDATE invoice_series
               SET positions = :positions, last_hash = :hash,
                   last_n = (SELECT MAX(c.n) FROM invoice_chain c WHERE c.series = :series),
                   last_issued_at = (SELECT MAX(c.issued_at)
                                       FROM invoice_chain c
                                      WHERE c.series = :series AND c.entry = 'invoice')
             WHERE series = :series)",
               std::exchange(positions_, 0), previous, series);
    }

    domain::storage::Session session;

private:
    std::vector<invoicing::Link> links_of(const std::string& series)
    {
        return tx.all<invoicing::Link>(R"(
            SELECT version, series, position, entry, invoice_id, year, n, number, issued_at,
                   fiscal_year_end, commitment, hash
              FROM invoice_chain
             WHERE series = :series
             ORDER BY position)",
                                       series);
    }

    void unguard()
    {
        const bool sqlite = session.dialect() == domain::storage::Dialect::sqlite;
        if (sqlite) {
            session.execute("PRAGMA foreign_keys = OFF");
            session.execute("PRAGMA ignore_check_constraints = ON");
        }
        const auto guards = tx.all<std::string>(
            sqlite ? "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger'"
                   : "SELECT DISTINCT 'DROP TRIGGER ' || trigger_name || ' ON ' || "
                     "event_object_table FROM information_schema.triggers UNION ALL "
                     "SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || "
                     "conname FROM pg_constraint WHERE contype IN ('c', 'f') AND "
                     "connamespace = CURRENT_SCHEMA::regnamespace");
        for (const auto& guard : guards)
            session.execute(guard);
    }

    domain::storage::Session keys_;
    std::int64_t positions_ = 0;

public:
    domain::Transaction tx; // on that session
};

/// A book of three orders of one provider, rendered and signed; two hours later.
class Book : public Office {
protected:
    domain::AccountId provider = domain::AccountId::fresh(now);
    std::vector<invoicing::issuing::Issued> orders;

    void given_a_book()
    {
        for (int i = 0; i < 3; ++i)
            given_an_order();
        sign();
        now += std::chrono::hours{2};
    }

    void given_an_order()
    {
        orders.push_back(issue(released(provider)));
        render(orders.back().service_id);
        render(*orders.back().commission_id);
        now += std::chrono::minutes{1};
    }

    std::vector<invoicing::series::Head> sign()
    {
        auto heads = db.transaction(
            [](domain::Transaction& tx) { return invoicing::series::sign_heads(tx); });
        db.read_latest(invoicing::series::anchor_heads);
        return heads;
    }

    /// What the command finds: by a process of its own, which remembers no key.
    invoicing::audit::Report audited(domain::storage::Session& session, bool deep)
    {
        domain::Vault fresh(domain::SecretKey::of(std::string(32, 'm')), databases.keys, 2, clock);
        domain::Transaction tx(session, now, fresh);
        auto report = invoicing::audit::audit(tx);
        invoicing::issuing::Findings found;
        for (std::optional<std::string> at = deep ? std::optional("") : std::nullopt; at;)
            at = invoicing::audit::look_inside(tx, *at, report, found);
        return report;
    }
    invoicing::audit::Report audited(bool deep = false)
    {
        domain::storage::Session session(databases.data);
        return audited(session, deep);
    }

    static std::string text_of(const invoicing::audit::Report& report)
    {
        std::string text;
        for (const auto& fault : report.faults()) {
            text += fault.series + " " + fault.number + " " + std::to_string(fault.position) + " " +
                    std::string(name(fault.code)) + " " + fault.about + "\n";
        }
        return text;
    }
};

} // namespace tests
