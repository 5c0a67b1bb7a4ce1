#pragma once

#include <string>

#include "domain/access/accounts.hpp"
#include "domain/access/credential_store.hpp"
#include "domain/access/mailed_code_store.hpp"
#include "domain/access/sessions.hpp"
#include "domain/access/totp.hpp"
#include "domain/payees/payable_state_store.hpp"
#include "tests/support/marketplace.hpp"

namespace tests {

/// Somebody with a session, as the tests of every room need them.
struct Someone {
    domain::AccountId id;
    std::string email;
    std::string bearer;
};

/// A marketplace with people in it. They are made through the use cases, without the mail and
/// the slow password hash; signing in for real is what tests/accounts does.
class Populated : public Marketplace {
protected:
    static constexpr auto somebodys_password = "trois chevaux bleus rêvent";

    /// Lets somebody prove who it is: the quick ways below make people without a password.
    void give_a_password(const Someone& someone)
    {
        static const auto hash = domain::password_hash(somebodys_password);
        db.transaction(
            [&](domain::Transaction& tx) { domain::access::write_password(tx, someone.id, hash); });
    }

    /// What proves a sensitive change of somebody without an authenticator; the code skips its
    /// mail.
    json proof_of(const Someone& someone)
    {
        give_a_password(someone);
        const auto code = db.transaction(
            [&](domain::Transaction& tx) { return domain::access::issue_code(tx, someone.id); });
        return {{"password", somebodys_password}, {"mailed_code", code}};
    }

    /// A client, a natural person with an address: ready to accept quotes.
    Someone given_a_client(const std::string& first_name = "Ana")
    {
        return given_a_member(client_profile(first_name));
    }

    /// A provider, a company, with every legal detail but unknown to Mangopay.
    Someone given_a_provider(const std::string& first_name = "Ben")
    {
        return given_a_member(provider_profile(first_name));
    }

    /// A provider who may send quotes and be paid.
    Someone given_a_payable_provider(const std::string& first_name = "Ben")
    {
        return given_a_payable(provider_profile(first_name));
    }

    /// A provider with this profile, its texts accepted and everything right at Mangopay.
    Someone given_a_payable(const domain::profiles::Profile& profile)
    {
        const auto someone = given_a_member(profile);
        make_payable(someone);
        return someone;
    }

    void make_payable(const Someone& someone)
    {
        db.transaction([&](domain::Transaction& tx) {
            using namespace domain::payees;
            using namespace domain::terms;
            for (const auto document : {domain::terms::Document::invoicing_mandate,
                                        domain::terms::Document::mangopay_terms}) {
                accept(tx, someone.id, current_text(platform, document, domain::Language::fr), {});
            }
            write_payable_state(tx, someone.id, {"user_m_" + someone.id.text(), true, true});
        });
    }

    /// Staff, an accountant or the privacy officer, signed in with the second factor.
    Someone given_staff(domain::accounts::AccountKind kind = domain::accounts::AccountKind::staff)
    {
        const auto email = fresh_email(std::string(name(kind)));
        return db.transaction([&](domain::Transaction& tx) {
            const auto made =
                domain::access::make_staff(tx, kind, domain::accounts::Email::parse(email).value());
            return signed_in(tx, made.id, email, true);
        });
    }
    Someone given_an_accountant() { return given_staff(domain::accounts::AccountKind::accountant); }
    Someone given_a_privacy_officer()
    {
        return given_staff(domain::accounts::AccountKind::privacy_officer);
    }

    /// Staff with an authenticator, both in force for more than 72 hours: a second pair of eyes.
    Someone given_a_decider()
    {
        auto someone = given_staff();
        const auto before = now - std::chrono::hours{73};
        const auto secret = domain::access::fresh_totp_secret();
        db.transaction([&](domain::Transaction& tx) {
            domain::access::write_totp(tx, someone.id, secret);
            tx.run("UPDATE account_credentials SET totp_confirmed_at = :before "
                   "WHERE account_id = :id",
                   before, someone.id);
            tx.run("UPDATE accounts SET created_at = :before WHERE id = :id", before, someone.id);
        });
        return someone;
    }

    /// Another session, as strong as the kind of account needs.
    void sign_in_again(Someone& someone)
    {
        using namespace domain::access;
        using namespace domain::accounts;
        someone.bearer = db.transaction([&](domain::Transaction& tx) {
            const auto account = find(tx, someone.id);
            return sessions::open(tx, account, domain::access::Channel::bearer,
                                  needs_second_factor(account.kind), {"127.0.0.1", "test"})
                .token;
        });
    }

    /// What somebody's authenticator shows now; each code counts once.
    std::string code_of(const Someone& someone)
    {
        const auto secret = db.read([&](domain::Transaction& tx) {
            return domain::access::credentials_of(tx, someone.id).totp_secret;
        });
        return domain::access::code_at(secret, now);
    }

    Someone given_a_member(domain::profiles::Profile profile)
    {
        const auto email = fresh_email(profile.person.first_name);
        profile.contact.email = domain::accounts::Email::parse(email).value().text();
        return db.transaction([&](domain::Transaction& tx) {
            using namespace domain::access;
            using namespace domain::accounts;
            using namespace domain::terms;
            const auto terms =
                current_text(platform, domain::terms::Document::terms, profile.language);
            const auto id = sign_up(tx, {profile, "no password", terms}, {});
            const bool claimed =
                claim_email(tx, id, index_of(tx, Email::parse(profile.contact.email).value()));
            domain::check(claimed, "the address is fresh");
            return signed_in(tx, id, profile.contact.email, false);
        });
    }

    static domain::profiles::Profile client_profile(const std::string& first_name)
    {
        domain::profiles::Profile profile;
        profile.is_client = true;
        profile.person = {"Martin", first_name, "1990-05-17", domain::Country::of("FR"),
                          domain::Country::of("FR")};
        profile.contact.phone = "+33612345678";
        profile.contact.address = {"12 rue des Lilas", "", "69003", "Lyon",
                                   domain::Country::of("FR")};
        return profile;
    }

    static domain::profiles::Profile provider_profile(const std::string& first_name)
    {
        domain::profiles::Profile profile;
        profile.is_provider = true;
        profile.is_company = true;
        profile.person = {"Durand", first_name, "1985-02-03", domain::Country::of("FR"),
                          domain::Country::of("FR")};
        profile.contact.phone = "+33687654321";
        profile.contact.address = {"5 quai du Port", "", "13002", "Marseille",
                                   domain::Country::of("FR")};
        profile.company = {.name = "Atelier " + first_name + " SARL",
                           .legal_form = domain::profiles::parse_legal_form("SARL"),
                           .siret = "44306184100047",
                           .siret_none_because = "",
                           .vat_number = "FR64443061841",
                           .vat_none_because = "",
                           .vat_regime = domain::profiles::VatRegime::standard,
                           .capital = "5 000 EUR",
                           .rcs_city = "Marseille"};
        return profile;
    }

private:
    Someone signed_in(domain::Transaction& tx, const domain::AccountId& id,
                      const std::string& email, bool second_factor)
    {
        using namespace domain::access;
        using namespace domain::accounts;
        const auto opened = sessions::open(tx, find(tx, id), domain::access::Channel::bearer,
                                           second_factor, {"127.0.0.1", "test"});
        return {id, email, opened.token};
    }

    std::string fresh_email(const std::string& who)
    {
        return who + std::to_string(++people_) + "@example.org";
    }

    int people_ = 0;
};

} // namespace tests
