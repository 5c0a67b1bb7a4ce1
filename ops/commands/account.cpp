#include "ops/commands/account.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

#include "domain/access/accounts.hpp"
#include "domain/mail/notify.hpp"

namespace ops::commands {

using namespace domain;

namespace {

std::string given_email(const StaffOptions& options)
{
    if (options.email != "-") return options.email;
    std::string line;
    std::getline(std::cin, line);
    return line;
}

int refused(const std::string& why)
{
    std::cerr << "entremise: " << why << '\n';
    return 1;
}

} // namespace

int create_staff(Installation& installation, const StaffOptions& options)
{
    const auto kind = accounts::parse_account_kind(options.kind);
    if (!kind || *kind == accounts::AccountKind::member) {
        return refused("--kind is staff, accountant or privacy_officer");
    }
    const auto email = accounts::Email::parse(given_email(options));
    if (!email) return refused("--email is not an e-mail address");
    try {
        const auto made = installation.db.transaction([&](Transaction& tx) {
            auto account = access::make_staff(tx, *kind, *email);
            mail::notify_company(tx, mail::Template::staff_made, {account.id.text()});
            return account;
        });
        if (options.json) {
            std::cout << nlohmann::json{{"account", made.id.text()},
                                        {"password_token", made.password_token}}
                             .dump()
                      << '\n';
        } else {
            std::cout << "Account " << made.id.text() << " is made. Within 30 minutes, set its "
                      << "password (PUT /v1/password) with this token, shown once:\n"
                      << made.password_token << '\n';
        }
        return 0;
    } catch (const Refused& refusal) {
        return refused(refusal.detail().en);
    }
}

} // namespace ops::commands
