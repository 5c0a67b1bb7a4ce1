#include "domain/leaving/replayers.hpp"

#include "domain/access/forgetting_store.hpp"
#include "domain/accounts/account_store.hpp"
#include "domain/core/stored.hpp"
#include "domain/forgetting/key_destruction.hpp"
#include "domain/leaving/archive_store.hpp"
#include "domain/leaving/archives.hpp"
#include "domain/leaving/closure_store.hpp"
#include "domain/leaving/traces.hpp"
#include "domain/orders/forgetting_store.hpp"

namespace domain::leaving {

namespace {

using accounts::AccountState;
using forgetting::Erasure;
using forgetting::Replayer;

template <typename Id>
bool is_about(std::string_view subject)
{
    return Id::parse(subject).has_value();
}

/// "acc_…" was parsed when the replayer was chosen.
template <typename Id>
Id subject_of(const Erasure& erasure)
{
    return stored(Id::parse(erasure.subject));
}

bool is_of_connections(const Erasure& erasure)
{
    return erasure.category == vault::Category::connection;
}

bool is_account_back(Transaction& tx, const Erasure& erasure)
{
    const auto id = subject_of<AccountId>(erasure);
    const auto account = accounts::maybe_find(tx, id);
    if (!account) return false;
    if (!erasure.category || account->state != AccountState::closed) return true;
    if (is_of_connections(erasure))
        return keeps_connection_key(tx, id) || access::has_connections(tx, id);
    return has_person(tx, id);
}

/// Closes an account the way it is closed today, as far as it is not.
class Closing {
public:
    Closing(Departure departure, std::vector<forgetting::Eraser> at_last,
            const policy::Retention& retention)
        : departure_(std::move(departure)), at_last_(std::move(at_last)), retention_(retention)
    {
    }

    void operator()(Transaction& tx, const Erasure& erasure) const
    {
        const auto account = subject_of<AccountId>(erasure);
        const auto state = accounts::lock(tx, account).state;
        if (state == AccountState::active)
            request_closure(tx, retention_, account, forgetting::Cause::person);
        if (!erasure.category) return vanish(tx, account);
        if (state != AccountState::closed) depart(tx, departure_, retention_, account);
        if (!accounts::maybe_find(tx, account)) return; // the law keeps nothing of it
        if (is_of_connections(erasure)) return end_connections(tx, account);
        if (has_person(tx, account)) leave_nothing_but_the_tombstone(tx, account);
    }

private:
    void vanish(Transaction& tx, const AccountId& account) const
    {
        forgetting::carry_out(tx, retention_, departure_.erasers, {account});
        for (const auto& eraser : at_last_)
            eraser.erase(tx, {account});
        if (const auto subject = maybe_archived(tx, account)) erase_from_archive(tx, *subject);
        erase_warning(tx, account);
        erase_closure(tx, account);
        erase_wholly(tx, account);
        forgetting::order_key_destruction(tx, account.text());
    }

    void leave_nothing_but_the_tombstone(Transaction& tx, const AccountId& account) const
    {
        forgetting::carry_out(tx, retention_, departure_.erasers, {account, true});
        erase_person(tx, account);
        order_person_keys_destroyed(tx, account);
    }

    static void end_connections(Transaction& tx, const AccountId& account)
    {
        access::erase_connections(tx, account);
        mark_connection_ended(tx, account);
        forgetting::order_key_destruction(tx, account.text(), vault::Category::connection);
    }

    Departure departure_;
    std::vector<forgetting::Eraser> at_last_;
    const policy::Retention& retention_;
};

Replayer archive_replayer()
{
    return {.what = "legal identity",
            .is_about = is_about<ArchiveSubjectId>,
            .is_back =
                [](Transaction& tx, const Erasure& erasure) {
                    return maybe_archived(tx, subject_of<ArchiveSubjectId>(erasure)).has_value();
                },
            .erase =
                [](Transaction& tx, const Erasure& erasure) {
                    const auto id = subject_of<ArchiveSubjectId>(erasure);
                    if (const auto subject = maybe_archived(tx, id))
                        erase_from_archive(tx, *subject);
                }};
}

Replayer contract_replayer()
{
    return {
        .what = "contract",
        .is_about = is_about<OrderId>,
        .is_back =
            [](Transaction& tx, const Erasure& erasure) {
                return orders::has_evidence(tx, subject_of<OrderId>(erasure));
            },
        .erase = [](Transaction& tx,
                    const Erasure& erasure) { end_contract(tx, subject_of<OrderId>(erasure)); }};
}

} // namespace

std::vector<Replayer> replayers(const Departure& departure,
                                const std::vector<forgetting::Eraser>& at_last,
                                const policy::Retention& retention)
{
    return {{.what = "account",
             .is_about = is_about<AccountId>,
             .is_back = is_account_back,
             .erase = Closing(departure, at_last, retention)},
            archive_replayer(),
            contract_replayer()};
}

} // namespace domain::leaving
