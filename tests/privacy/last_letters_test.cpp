// Whoever leaves is told so, whatever the mail server does meanwhile, and what is kept why and
// until when.

#include <gmock/gmock.h>

#include "domain/mail/last_letter.hpp"
#include "tests/accounts/mails.hpp"
#include "tests/privacy/leaving.hpp"

namespace tests {

namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class LastLetters : public Leaving {
protected:
    static std::string address_of(const Someone& who)
    {
        return domain::accounts::Email::parse(who.email)->text();
    }

    std::vector<std::string> letters_to(const Someone& who)
    {
        std::vector<std::string> texts;
        for (const auto& mail : mailbox.to(address_of(who)))
            texts.push_back(readable(mail));
        return texts;
    }

    void forget_mails()
    {
        run_jobs();
        mailbox.mails.clear();
    }

    void speak_english(const Someone& who)
    {
        db.transaction([&](domain::Transaction& tx) {
            tx.run("UPDATE accounts SET language = 'en' WHERE id = :id", who.id);
        });
    }
};

TEST_F(LastLetters, SayThatItIsDoneAndThatNothingIsKeptOfWhoeverNeverBought)
{
    const auto zoe = given_a_client("Zoe");
    forget_mails();
    close(zoe);
    EXPECT_THAT(
        letters_to(zoe),
        ElementsAre(HasSubstr("a été demandée"),
                    AllOf(HasSubstr("ne fait rien conserver qui vous nomme"),
                          HasSubstr("CNIL, 3 place de Fontenoy"), Not(HasSubstr("token=")))));
    EXPECT_EQ(count("last_letters"), 0);
    EXPECT_EQ(count("document_links"), 0);
}

TEST_F(LastLetters, SayWhatIsKeptBecauseOfWhatUntilWhen)
{
    given_a_deal();
    platform.company.authority = {"Garante", "Piazza Venezia 11, Roma", "https://garante.example"};
    speak_english(ana);
    forget_mails();
    close(ana);
    const auto last = letters_to(ana).back();
    EXPECT_THAT(last, HasSubstr("the invoices that name you, until 31 December 2036 "
                                "(Code de commerce L123-22; LPF L102 B)"));
    EXPECT_THAT(last, HasSubstr("contracts with a consumer, from 120 EUR, until 23 November 2036"));
    EXPECT_THAT(last, HasSubstr("connection data, until 23 November 2027"));
    EXPECT_THAT(last, HasSubstr("Garante, Piazza Venezia 11, Roma, https://garante.example"));
    EXPECT_THAT(last, HasSubstr("/closed-account-documents?token="));
    EXPECT_THAT(last, Not(HasSubstr("other contracts"))) << "there are none";
}

TEST_F(LastLetters, NameTheLawInTheLanguageOfTheAccount) // T10
{
    given_a_deal();
    speak_english(ana);
    forget_mails();
    close(ana);
    close(ben);
    EXPECT_THAT(letters_to(ana).back(), HasSubstr("(LCEN article 6; decree 2021-1362)"));
    EXPECT_THAT(letters_to(ben).back(),
                AllOf(HasSubstr("(LCEN article 6 ; décret 2021-1362)"),
                      HasSubstr("(Code de commerce L123-22)"), Not(HasSubstr("decree"))));
}

TEST_F(LastLetters, AreAllThereAfterAnHourWithoutAMailServer)
{
    given_a_deal();
    std::vector<Someone> leaving = {ana, ben};
    for (const auto* name : {"Carl", "Dora", "Eve", "Fay", "Gus", "Hal"})
        leaving.push_back(given_a_client(name));
    forget_mails();

    mailbox.failing = true;
    for (const auto& who : leaving)
        expect(202, ask_to_close(who));
    jobs::run_retention(context, now); // the mails are behind
    run_jobs();
    for (const auto& who : leaving)
        EXPECT_TRUE(has_left(who)) << "erasure does not wait for a mail server";
    EXPECT_EQ(count("last_letters"), 16);
    for (const auto& who : leaving) {
        EXPECT_TRUE(columns_with(db, address_of(who)).empty()) << "sealed";
        const bool is_archived = who.id == ana.id || who.id == ben.id;
        EXPECT_TRUE(is_archived || vault.keys_of(who.id.text()) == 0U) << "nothing of it is held";
    }
    EXPECT_EQ(get("/readyz").body["last_letters_late"], 0);
    now += std::chrono::minutes{61};
    EXPECT_EQ(get("/readyz").body["last_letters_late"], 16);
    EXPECT_EQ(get("/readyz").body["status"], "ready_with_warnings");

    mailbox.failing = false;
    now += std::chrono::minutes{30};
    run_jobs();
    for (const auto& who : leaving) {
        EXPECT_THAT(letters_to(who), UnorderedElementsAre(HasSubstr("a été demandée"),
                                                          HasSubstr("est fermé et vos données")));
    }
    EXPECT_EQ(count("last_letters"), 0);
    EXPECT_EQ(vault.keys().read([](domain::Transaction& keys) {
        return keys.one<std::int64_t>(
            "SELECT COUNT(*) FROM data_keys WHERE subject_id LIKE 'evt_%'");
    }),
              0);
}

TEST_F(LastLetters, EndUnsentWhenAFormerAddressDoes)
{
    const auto zoe = given_a_client("Zoe");
    forget_mails();
    mailbox.failing = true;
    close(zoe);
    EXPECT_EQ(count("last_letters"), 2);
    now += std::chrono::days{9}; // email_changes: P7D
    jobs::run_retention(context, now);
    EXPECT_EQ(count("last_letters"), 0);

    mailbox.failing = false;
    run_jobs();
    EXPECT_TRUE(letters_to(zoe).empty());
}

TEST_F(LastLetters, AreSentOnceWhateverWasDoneTwice)
{
    const auto zoe = given_a_client("Zoe");
    forget_mails();
    mailbox.failing = true;
    close(zoe);
    const auto event = db.read([](domain::Transaction& tx) {
        return domain::EventId::parse(tx.one<std::string>("SELECT MIN(id) FROM last_letters"));
    });
    db.transaction([&](domain::Transaction& tx) {
        tx.vault.destroy_all(event->text()); // it left, and its row did not go any more
        EXPECT_FALSE(domain::mail::maybe_last_letter(tx, *event));
        EXPECT_TRUE(domain::mail::has_last_letter(tx, *event));
    });
    mailbox.failing = false;
    now += std::chrono::hours{2};
    run_jobs();
    EXPECT_EQ(letters_to(zoe).size(), 1U);
    EXPECT_EQ(count("last_letters"), 0);
}

} // namespace

} // namespace tests
