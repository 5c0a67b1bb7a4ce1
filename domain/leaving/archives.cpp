#include "domain/leaving/archives.hpp"

#include "domain/accounts/forgetting_store.hpp"
#include "domain/core/check.hpp"
#include "domain/core/stored.hpp"
#include "domain/forgetting/key_destruction.hpp"
#include "domain/leaving/archive_store.hpp"
#include "domain/leaving/closure_store.hpp"
#include "domain/leaving/closures.hpp"
#include "domain/leaving/traces.hpp"
#include "domain/mail/notify.hpp"

namespace domain::leaving {

namespace {

AccountId account_in(const policy::Record& record)
{
    return stored(AccountId::parse(record.object));
}

std::vector<policy::Record> archived_candidates(Transaction& tx, const forgetting::Search& search)
{
    std::vector<policy::Record> records;
    for (const auto& subject :
         archived(tx, day_in_paris(search.before), search.after, search.limit)) {
        const auto clock = parse_day(subject.clock);
        check(clock.has_value(), "an archive subject is kept from a day");
        records.push_back({"legal_identity", subject.id.text(), "legal identity", *clock});
    }
    return records;
}

bool end_legal_identity(Transaction& tx, const policy::Record& record,
                        const std::vector<forgetting::Eraser>& erasers)
{
    const auto subject = maybe_archived(tx, stored(ArchiveSubjectId::parse(record.object)));
    if (!subject) return false;
    const auto& account = subject->account_id;
    for (const auto& eraser : erasers)
        eraser.erase(tx, {account, false});
    erase_from_archive(tx, *subject);
    erase_wholly(tx, account);
    erase_closure(tx, account);
    forgetting::order_key_destruction(tx, account.text());
    return true;
}

std::vector<policy::Record> connection_candidates(Transaction& tx, const forgetting::Search& search)
{
    std::vector<policy::Record> records;
    for (const auto& closure : with_connection_key(tx, search.before, search.after, search.limit)) {
        records.push_back({"connection", closure.account.text(),
                           "connection key of a closed account", *closure.completed_at});
    }
    return records;
}

bool end_connection_key(Transaction& tx, const policy::Record& record)
{
    const auto account = account_in(record);
    if (!mark_connection_ended(tx, account)) return false;
    forgetting::order_key_destruction(tx, account.text(), vault::Category::connection);
    return true;
}

std::vector<policy::Record> unverified_candidates(Transaction& tx, const forgetting::Search& search)
{
    std::vector<policy::Record> records;
    for (const auto& account :
         accounts::unverified(tx, search.before, search.after, search.limit)) {
        records.push_back({"unverified_account", account.id.text(), "sign-up nobody verified",
                           account.signed_up_at});
    }
    return records;
}

bool end_unverified(Transaction& tx, const policy::Record& record)
{
    return erase_unverified(tx, account_in(record));
}

std::vector<policy::Record> idle_candidates(Transaction& tx, const forgetting::Search& search)
{
    std::vector<policy::Record> records;
    for (const auto& account : idle(tx, search.before, search.after, search.limit)) {
        records.push_back({"inactive_account", account.account_id.text(), "account to be warned",
                           account.last_activity_at});
    }
    return records;
}

bool warn(Transaction& tx, const policy::Record& record)
{
    const auto account = account_in(record);
    write_warning(tx, account);
    mail::notify(tx, account, mail::Template::account_unused);
    return true;
}

std::vector<policy::Record> warned_candidates(Transaction& tx, const forgetting::Search& search)
{
    std::vector<policy::Record> records;
    for (const auto& account : warned(tx, search.before, search.after, search.limit)) {
        records.push_back({"warned_account", account.account_id.text(),
                           "account nobody came back to", account.warned_at});
    }
    return records;
}

bool close_unused(Transaction& tx, const policy::Retention& retention, const policy::Record& record)
{
    const auto account = account_in(record);
    if (closure_of(tx, account)) return false;
    request_closure(tx, retention, account, forgetting::Cause::inactivity);
    return true;
}

} // namespace

bool erase_unverified(Transaction& tx, const AccountId& account)
{
    if (!accounts::is_unverified(tx, account)) return false;
    erase_wholly(tx, account);
    forgetting::order_key_destruction(tx, account.text());
    return true;
}

forgetting::ObjectSweep legal_identity_sweep(const std::vector<forgetting::Eraser>& erasers)
{
    return {forgetting::legal_identity, archived_candidates,
            [erasers](Transaction& tx, const policy::Record& record) {
                return end_legal_identity(tx, record, erasers);
            }};
}

forgetting::ObjectSweep connection_key_sweep()
{
    return {{.rule = "connection", .stage = policy::Stage::archive},
            connection_candidates,
            end_connection_key};
}

std::vector<forgetting::ObjectSweep> idle_account_sweeps(const policy::Retention& retention)
{
    using policy::Action;
    using policy::Start;
    return {{{"unverified_account", Start::sign_up}, unverified_candidates, end_unverified},
            {{"inactive_account", Start::last_activity, Action::warn}, idle_candidates, warn},
            {{"warned_account", Start::warning, Action::close},
             warned_candidates,
             [&retention](Transaction& tx, const policy::Record& record) {
                 return close_unused(tx, retention, record);
             }}};
}

} // namespace domain::leaving
