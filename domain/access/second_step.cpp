#include "domain/access/second_step.hpp"

#include "domain/access/attempts.hpp"
#include "domain/access/second_factor.hpp"
#include "domain/access/sessions.hpp"
#include "domain/access/sign_in_ticket.hpp"
#include "domain/accounts/account_store.hpp"

namespace domain::access {

namespace {

/// Refuses a ticket that is not worth a try of the code; counts the try otherwise.
AccountId begun(Transaction& tx, const SecondStep& step, const accounts::ConnectionOrigin& from)
{
    const auto account = named_by_ticket(step.ticket);
    const auto address = account ? accounts::verified_index_of(tx, *account) : std::nullopt;
    if (!address ||
        !is_ticket_of(tx.vault, step.ticket, *account, credentials_of(tx, *account), tx.now))
        throw dead_ticket();
    count_code(tx, *address, from);
    return *account;
}

} // namespace

OpenedSession second_step(Database& db, const SecondStep& step,
                          const accounts::ConnectionOrigin& from)
{
    const auto whose = db.transaction([&](Transaction& tx) { return begun(tx, step, from); });
    return db.transaction([&](Transaction& tx) {
        const auto account = accounts::lock(tx, whose);
        const auto address = accounts::verified_index_of(tx, whose);
        if (!address ||
            !is_ticket_of(tx.vault, step.ticket, whose, credentials_of(tx, whose), tx.now))
            throw dead_ticket();
        if (!use_code(tx, whose, step.code)) throw wrong_code();
        forgive_code(tx, *address, from);
        auto opened = sessions::open(tx, account, step.channel, true, from);
        sessions::make_room_for(tx, whose, opened.id, step.sessions_at_most);
        return opened;
    });
}

} // namespace domain::access
