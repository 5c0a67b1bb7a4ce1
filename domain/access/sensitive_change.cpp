#include "domain/access/sensitive_change.hpp"

#include <algorithm>
#include <array>

#include "domain/core/check.hpp"
#include "domain/mail/notify.hpp"

namespace domain::access {

namespace {

using Change = SensitiveChange;
using Event = ConnectionEvent;
using mail::Template;

constexpr std::array rows = {
    SensitiveRow{Change::payout_recipient, "payout_recipient", Evidence::mailed_code,
                 Event::payout_recipient, Template::payout_recipient_registered},
    SensitiveRow{Change::strong_authentication, "strong_authentication", Evidence::password,
                 Event::strong_authentication, Template::strong_authentication_begun},
    SensitiveRow{Change::identity, "identity", Evidence::mailed_code, Event::identity_change,
                 Template::identity_changed},
    SensitiveRow{Change::email, "email", Evidence::password, Event::email_change_request,
                 Template::email_change_requested},
    SensitiveRow{Change::email_by_link, "email_by_link", Evidence::mailed_link, Event::email_change,
                 Template::email_changed},
    SensitiveRow{Change::second_factor_set, "second_factor_set", Evidence::password,
                 Event::second_factor_set, Template::second_factor_set},
    SensitiveRow{Change::second_factor_removed, "second_factor_removed", Evidence::password,
                 Event::second_factor_removal, Template::second_factor_removed},
    SensitiveRow{Change::archive_key, "archive_key", Evidence::password, Event::archive_key,
                 Template::archive_key_minted},
    SensitiveRow{Change::password, "password", Evidence::password, Event::password_change,
                 Template::password_changed},
    SensitiveRow{Change::password_by_link, "password_by_link", Evidence::mailed_link,
                 Event::password_reset, Template::password_set_by_link},
    SensitiveRow{Change::closure, "closure", Evidence::password, Event::closure,
                 Template::account_closing},
};

} // namespace

std::string_view name(Evidence evidence)
{
    switch (evidence) {
    case Evidence::password: return "password";
    case Evidence::mailed_code: return "mailed_code";
    case Evidence::mailed_link: return "mailed_link";
    }
    return "unknown";
}

std::span<const SensitiveRow> sensitive_changes()
{
    return rows;
}

const SensitiveRow& row_of(SensitiveChange change)
{
    const auto* found = std::ranges::find(rows, change, &SensitiveRow::change);
    check(found != rows.end(), "every sensitive change has its row");
    return *found;
}

std::string_view name(SensitiveChange change)
{
    return row_of(change).name;
}

void tell_owner(Transaction& tx, const AccountId& account, SensitiveChange change,
                const accounts::ConnectionOrigin& from, const std::vector<std::string>& ids)
{
    const auto& row = row_of(change);
    log_connection(tx, account, row.event, from);
    mail::notify(tx, account, row.mail, ids);
}

} // namespace domain::access
