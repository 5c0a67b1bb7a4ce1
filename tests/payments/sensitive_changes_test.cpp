// The table of sensitive changes, walked: each is refused without its proof and with a wrong one,
// made with the right one, and told to its owner in its language.

#include <gmock/gmock.h>

#include "domain/access/credential_store.hpp"
#include "domain/access/sensitive_change.hpp"
#include "domain/access/totp.hpp"
#include "tests/accounts/mails.hpp"
#include "tests/payments/paying.hpp"

namespace {

using namespace tests;
using namespace std::chrono_literals;
using domain::Language;
using domain::access::Evidence;
using domain::access::SensitiveChange;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr auto wanted_address = "ben.durand@example.net";
constexpr auto new_password = "quatre tortues vertes dansent";

/// How somebody tries to make a change: as the body of the request takes it.
enum class Try { unproved, wrong, right };

class SensitiveChanges
    : public Paying,
      public ::testing::WithParamInterface<std::tuple<SensitiveChange, Language>> {
protected:
    Someone ben = given_a_verified_provider();
    SensitiveChange change = std::get<0>(GetParam());
    Language language = std::get<1>(GetParam());
    std::string secret; // of the second factor, where there is one

    void SetUp() override
    {
        give_a_password(ben);
        db.transaction([&](domain::Transaction& tx) {
            tx.run("UPDATE accounts SET language = :language WHERE id = :id",
                   domain::name(language), ben.id);
        });
        later();
    }

    /// Time passes, so that no try is one too many, and mails are out of the way.
    void later()
    {
        travel(2min);
        run_jobs();
        mailbox.mails.clear();
    }

    void set_a_second_factor()
    {
        secret = domain::access::fresh_totp_secret();
        db.transaction([&](domain::Transaction& tx) {
            domain::access::write_totp(tx, ben.id, secret);
            domain::access::confirm_totp(tx, ben.id);
        });
    }
    std::string code() { return secret.empty() ? "" : domain::access::code_at(secret, now); }

    /// What the row wants, put into `body`.
    json proved(json body, Try how, const std::string& password_field = "password")
    {
        if (how == Try::unproved) return body;
        const bool right = how == Try::right;
        if (domain::access::row_of(change).evidence == Evidence::mailed_code) {
            body["proof"] = proof_of(ben);
            if (!secret.empty()) body["proof"] = {{"code", right ? code() : "000000"}};
            if (!right && secret.empty()) body["proof"]["mailed_code"] = "00000000";
            return body;
        }
        body[password_field] = right || !secret.empty() ? somebodys_password : "nothing like it";
        if (!secret.empty()) body["code"] = right ? code() : "000000";
        return body;
    }

    Answer changed_identity(const json& proof)
    {
        auto patch = json{{"person", {{"surname", "Autre"}}}, {"accepts_new_verification", true}};
        patch.update(proof);
        return call("PATCH", "/v1/me", patch.dump(),
                    {.bearer = ben.bearer,
                     .headers = {{"if-match", get("/v1/me", ben.bearer).header("etag")}}});
    }

    Answer set_second_factor(Try how)
    {
        auto begun = post("/v1/me/second-factor", proved(json::object(), how), ben.bearer);
        if (begun.status != 201) return begun;
        const auto stored = db.read([&](domain::Transaction& tx) {
            return domain::access::credentials_of(tx, ben.id).totp_secret;
        });
        return post("/v1/me/second-factor/confirmation",
                    {{"code", domain::access::code_at(stored, now)}}, ben.bearer);
    }

    std::string token_mailed_to(const std::string& address)
    {
        run_jobs();
        return token_in(mailbox.to(address).back());
    }

    Answer followed_password_link(Try how)
    {
        if (how == Try::unproved) return put("/v1/password", {{"password", new_password}}, "");
        post("/v1/password-resets", {{"email", ben.email}});
        auto token = token_mailed_to(ben.email);
        if (how == Try::wrong) token.back() = token.back() == 'A' ? 'B' : 'A';
        mailbox.mails.clear();
        return put("/v1/password", {{"token", token}, {"password", new_password}}, "");
    }

    Answer followed_email_link(Try how)
    {
        post("/v1/me/email", {{"email", wanted_address}, {"password", somebodys_password}},
             ben.bearer);
        json body = {{"token", token_mailed_to(wanted_address)}};
        if (how != Try::unproved)
            body["password"] = how == Try::right ? somebodys_password : "nothing like it";
        mailbox.mails.clear();
        return post("/v1/email-changes", body);
    }

    /// Makes the change through its route.
    Answer made(Try how)
    {
        switch (change) {
        case SensitiveChange::payout_recipient:
            return post("/v1/me/payout-recipient", proved({{"iban", iban}}, how), ben.bearer);
        case SensitiveChange::strong_authentication:
            return post("/v1/me/strong-authentication", proved(json::object(), how), ben.bearer);
        case SensitiveChange::identity: return changed_identity(proved(json::object(), how));
        case SensitiveChange::email:
            return post("/v1/me/email", proved({{"email", wanted_address}}, how), ben.bearer);
        case SensitiveChange::email_by_link: return followed_email_link(how);
        case SensitiveChange::second_factor_set: return set_second_factor(how);
        case SensitiveChange::second_factor_removed:
            return post("/v1/me/second-factor/removal", proved(json::object(), how), ben.bearer);
        case SensitiveChange::archive_key:
            return post("/v1/me/archive-keys",
                        proved({{"label", "Cabinet"}, {"expires_at", "2027-01-31T12:00:00Z"}}, how),
                        ben.bearer);
        case SensitiveChange::password:
            return put("/v1/me/password",
                       proved({{"password", new_password}}, how, "current_password"), ben.bearer);
        case SensitiveChange::password_by_link: return followed_password_link(how);
        case SensitiveChange::closure:
            return post("/v1/me/closure", proved(json::object(), how), ben.bearer);
        }
        return {};
    }

    void expect_refused(Try how)
    {
        const auto answer = made(how);
        EXPECT_TRUE(answer.status == 422 || answer.status == 401) << answer.bytes;
        run_jobs();
        for (const auto& mail : mailbox.to(ben.email))
            EXPECT_THAT(readable(mail), Not(HasSubstr(subject_words())));
        later();
    }

    /// What only the mail about this change says.
    std::string subject_words()
    {
        const auto path =
            "mails/" + std::string(name(domain::access::row_of(change).mail)) + ".json";
        const auto body = json::parse(platform.texts.at(path))
                              .at(std::string(domain::name(language)))
                              .at("body")
                              .get<std::string>();
        constexpr std::size_t enough = 12; // "Your " begins other mails too
        const auto open = body.find('{');
        if (open == body.npos || open >= enough) return body.substr(0, open);
        const auto close = body.find('}', open) + 1;
        return body.substr(close, body.find('{', close) - close);
    }

    void expect_told()
    {
        run_jobs();
        std::vector<std::string> told;
        for (const auto& mail : mailbox.to(ben.email)) {
            const auto text = readable(mail);
            if (text.find(subject_words()) != std::string::npos) told.push_back(text);
        }
        ASSERT_EQ(told.size(), 1U) << subject_words();
        const bool french = language == Language::fr;
        EXPECT_THAT(told[0], HasSubstr(french ? "(heure de Paris), avec un programme que"
                                              : "(Paris time), with a program"));
        EXPECT_THAT(told[0], HasSubstr(french ? "le 23/11/2026 à " : "on 23 November 2026 at "));
        EXPECT_THAT(told[0], HasSubstr(french ? "Si ce n'était pas vous" : "If it was not you"));
        EXPECT_THAT(told[0], HasSubstr(platform.company.contact_email));
    }
};

TEST_P(SensitiveChanges, AreMadeWithTheirProofOnlyAndToldToTheOwner)
{
    if (change == SensitiveChange::second_factor_removed) set_a_second_factor();
    expect_refused(Try::unproved);
    expect_refused(Try::wrong);

    const auto answer = made(Try::right);
    EXPECT_TRUE(answer.status >= 200 && answer.status < 300) << answer.bytes;
    expect_told();
}

TEST_P(SensitiveChanges, WantTheCodeOfWhoeverHasAnAuthenticator)
{
    const bool by_link = domain::access::row_of(change).evidence == Evidence::mailed_link;
    if (by_link || change == SensitiveChange::second_factor_set) GTEST_SKIP() << "without a code";
    set_a_second_factor();
    expect_refused(Try::unproved);
    expect_refused(Try::wrong);

    const auto answer = made(Try::right);
    EXPECT_TRUE(answer.status >= 200 && answer.status < 300) << answer.bytes;
    expect_told();
}

std::vector<SensitiveChange> whole_table()
{
    std::vector<SensitiveChange> all;
    for (const auto& row : domain::access::sensitive_changes())
        all.push_back(row.change);
    return all;
}

INSTANTIATE_TEST_SUITE_P(Table, SensitiveChanges,
                         ::testing::Combine(::testing::ValuesIn(whole_table()),
                                            ::testing::Values(Language::fr, Language::en)),
                         [](const auto& tested) {
                             return std::string(name(std::get<0>(tested.param))) + "_" +
                                    std::string(domain::name(std::get<1>(tested.param)));
                         });

} // namespace
