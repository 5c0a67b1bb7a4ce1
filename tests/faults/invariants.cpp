#include "tests/faults/invariants.hpp"

#include <utility>

#include "domain/events/event.hpp"
#include "domain/policy/register.hpp"
#include "invoicing/audit/audit.hpp"
#include "payments/reconciliation/audit.hpp"
#include "tests/support/marketplace.hpp"

namespace tests {

namespace {

using domain::Transaction;

/// Where the things lie whose ids events speak of.
constexpr std::pair<std::string_view, std::string_view> homes[] = {
    {"acc_", "accounts"}, {"req_", "requests"}, {"quo_", "quotes"},           {"ord_", "orders"},
    {"msg_", "messages"}, {"rev_", "reviews"},  {"mop_", "money_operations"},
};

/// Events that are still to be done about something that does not exist.
std::vector<std::string> events_of_nothing(Transaction& tx)
{
    std::string sql;
    using domain::events::Kind;
    const auto forgets = "'" + std::string(name(Kind::account_closing)) + "', '" +
                         std::string(name(Kind::sign_up_superseded)) + "'";
    for (const auto& [prefix, table] : homes) {
        sql += sql.empty() ? "" : " UNION ALL ";
        sql.append("SELECT kind || ' of ' || subject FROM events WHERE done_at IS NULL AND subject "
                   "LIKE '")
            .append(prefix)
            .append("%' AND NOT EXISTS (SELECT 1 FROM ")
            .append(table)
            .append(" t WHERE t.id = events.subject) AND kind NOT IN (")
            .append(forgets) // whoever is forgotten is gone before the last key is
            .append(")");
    }
    return tx.all<std::string>(sql);
}

/// Operations that no step of theirs led to where they stand.
std::vector<std::string> operations_astray(Transaction& tx)
{
    return tx.all<std::string>(R"(
        SELECT o.id || ' ' || o.state
          FROM money_operations o
         WHERE EXISTS (SELECT 1 FROM money_operation_steps s WHERE s.operation_id = o.id)
           AND NOT EXISTS (SELECT 1 FROM money_operation_steps s
                            WHERE s.operation_id = o.id AND s.to_state = o.state))");
}

/// "sessions.user_agent|" and the first 36 characters, which say the format and the key, of all
/// that rests sealed.
const std::string& sealed_values()
{
    static const auto sql = [] {
        const auto known = domain::policy::Register::parse(embedded("ops/privacy/register.json"));
        std::string union_of_all;
        for (const auto& entry : known.entries()) {
            if (entry.stored != domain::policy::Stored::sealed) continue;
            const auto& column = entry.column;
            if (!union_of_all.empty()) union_of_all += " UNION ";
            union_of_all += "SELECT '" + entry.table + "." + column + "|' || SUBSTR(" + column +
                            ", 1, 36) FROM " + entry.table + " WHERE " + column + " <> ''";
        }
        return union_of_all;
    }();
    return sql;
}

} // namespace

std::vector<std::string> complaints(domain::Database& db)
{
    return db.read_latest([](Transaction& tx) {
        std::vector<std::string> all;
        const auto ledger = payments::reconciliation::audit(tx).first_difference;
        if (!ledger.empty()) all.push_back("ledger: " + ledger);
        const auto report = invoicing::audit::audit(tx);
        for (const auto& fault : report.faults()) {
            all.push_back("series " + fault.series + ", " + fault.number + ": " +
                          std::string(name(fault.code)));
        }
        for (const auto& event : events_of_nothing(tx))
            all.push_back("event " + event + ", which does not exist");
        for (const auto& operation : operations_astray(tx))
            all.push_back("operation " + operation + " is not where its steps led");
        return all;
    });
}

std::set<std::string> unreadable_columns(domain::Database& db, domain::Vault& vault)
{
    const auto live = vault.keys().read_latest(
        [](Transaction& tx) { return tx.all<std::string>("SELECT key_id FROM data_keys"); });
    const std::set<std::string> keys(live.begin(), live.end());
    const auto values =
        db.read_latest([](Transaction& tx) { return tx.all<std::string>(sealed_values()); });
    std::set<std::string> unreadable;
    for (const auto& value : values) {
        const auto bar = value.find('|');
        const auto head = domain::from_base64(value.substr(bar + 1)).value_or("");
        const bool opens = head.size() > 1 && keys.contains(head.substr(1));
        if (!opens) unreadable.insert(value.substr(0, bar));
    }
    return unreadable;
}

} // namespace tests
