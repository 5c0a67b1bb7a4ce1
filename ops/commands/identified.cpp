#include "ops/commands/identified.hpp"

#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "domain/access/attempts.hpp"
#include "domain/access/second_factor.hpp"
#include "domain/access/sign_in.hpp"
#include "domain/accounts/account_store.hpp"

namespace ops::commands {

using namespace domain;

namespace {

/// While it lives, the terminal shows nothing of what is typed.
class Unseen {
public:
    Unseen()
    {
        if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
        auto quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        is_hidden_ = ::tcsetattr(STDIN_FILENO, TCSANOW, &quiet) == 0;
    }
    ~Unseen()
    {
        if (is_hidden_) ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    termios before_{};
    bool is_hidden_ = false;
};

std::string asked(const char* prompt)
{
    if (::isatty(STDIN_FILENO) != 0) std::cerr << prompt;
    std::string line;
    std::getline(std::cin, line);
    return line;
}

std::string asked_unseen(const char* prompt)
{
    const Unseen unseen;
    auto line = asked(prompt);
    if (::isatty(STDIN_FILENO) != 0) std::cerr << '\n';
    return line;
}

Refused wrong()
{
    return {Refusal::not_signed_in,
            {"Adresse, mot de passe ou code inconnus, ou compte qui n'est pas de l'équipe.",
             "Unknown address, password or code, or an account that is not of the staff."}};
}

} // namespace

AccountId identified(Installation& installation)
{
    const auto email = accounts::Email::parse(asked("Address: "));
    const auto password = asked_unseen("Password: ");
    const auto code = asked_unseen("One-time code: ");
    auto& db = installation.db;
    const auto account = db.read_latest([&](Transaction& tx) {
        return email ? accounts::find_by_email(tx, *email) : std::nullopt;
    });
    const bool is_staff = account && account->kind == accounts::AccountKind::staff &&
                          account->state == accounts::AccountState::active;
    constexpr bool is_code_next = true;
    if (!is_staff || !access::proves_password(db, account->id, password, is_code_next))
        throw wrong();
    const bool has_code = db.transaction([&](Transaction& tx) {
        if (!access::use_code(tx, account->id, code)) return false;
        access::forgive_proof(tx, account->id, access::Tried::code);
        return true;
    });
    if (!has_code) throw wrong();
    return account->id;
}

} // namespace ops::commands
