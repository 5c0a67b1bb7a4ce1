#include "domain/core/check.hpp"
#include "domain/core/words.hpp"
#include "domain/mail/folder_sender.hpp"
#include "domain/mail/message.hpp"
#include "domain/mail/notify.hpp"
#include "domain/mail/smtp_sender.hpp"
#include "domain/mail/template.hpp"
#include "tests/accounts/mails.hpp"
#include "tests/accounts/smtp_sink.hpp"
#include "tests/support/people.hpp"

namespace tests {

namespace {

using namespace domain::mail;

class Mails : public Populated {
protected:
    void tell(const Someone& someone, Template which, const std::vector<std::string>& ids = {})
    {
        db.transaction([&](domain::Transaction& tx) { notify(tx, someone.id, which, ids); });
    }

    /// Somebody whose mail about signing up is out of the way.
    Someone given_ana()
    {
        const auto ana = given_a_client();
        run_jobs();
        mailbox.mails.clear();
        return ana;
    }

    /// The path of the link that stops this kind of mail.
    static std::string unsubscribe_path(const Outgoing& mail)
    {
        const auto from = mail.bytes.find("List-Unsubscribe: <");
        const auto path = mail.bytes.find("/v1/", from);
        return mail.bytes.substr(path, mail.bytes.find('>', path) - path);
    }
};

/// What stands behind '#' never reaches a page that is read without a script.
TEST_F(Mails, LeadWhereNoScriptIsNeeded)
{
    for (const auto which : domain::values_of<Template>()) {
        const auto link = link_of(which);
        EXPECT_EQ(link.find('#'), std::string_view::npos) << name(which);
        EXPECT_EQ(link.ends_with('='), link.find("?token=") != std::string_view::npos)
            << name(which);
    }
}

TEST_F(Mails, AreComposedInTheReadersLanguageWithALinkToWhatHappened)
{
    const auto ana = given_ana();
    tell(ana, Template::quote_received, {"quo_1"});
    db.transaction([&](domain::Transaction& tx) {
        tx.run("UPDATE accounts SET language = 'en' WHERE id = :id", ana.id);
    });
    run_jobs();

    ASSERT_EQ(mailbox.mails.size(), 1U);
    const auto& mail = mailbox.mails[0];
    EXPECT_EQ(mail.to, ana.email);
    EXPECT_NE(mail.bytes.find("Subject: A quote for you\r\n"), std::string::npos);
    EXPECT_NE(readable(mail).find("http://127.0.0.1:8080/en/quotes/quo_1"), std::string::npos);
    EXPECT_NE(mail.bytes.find("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"),
              std::string::npos);
}

TEST_F(Mails, OfEveryTemplateAreWritten)
{
    const auto ana = given_ana();
    const auto all = domain::names_of<Template>(); // whichever is added
    std::size_t written = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto which = static_cast<Template>(i);
        if (which == Template::email_verification) continue;   // she is verified
        if (name(which).starts_with("email_change")) continue; // they need a change
        if (which == Template::proposal_unopposed) continue;   // it needs a proposal
        tell(ana, which, {"id_1"});
        ++written;
    }
    run_jobs();

    ASSERT_EQ(mailbox.mails.size(), written);
    for (const auto& mail : mailbox.mails)
        EXPECT_EQ(readable(mail).find_first_of("{}"), std::string::npos);
}

TEST_F(Mails, OneKindCanBeSwitchedOffByItsLink)
{
    const auto ana = given_ana();
    tell(ana, Template::quote_received, {"quo_1"});
    run_jobs();
    const auto path = unsubscribe_path(mailbox.mails.at(0));

    const auto asked = call("GET", path, "", {});
    EXPECT_EQ(asked.status, 200);
    EXPECT_NE(asked.bytes.find("<form method=\"post\">"), std::string::npos);
    EXPECT_EQ(get("/v1/me/mail-preferences", ana.bearer).body["quote"], true);
    const With form{.headers = {{"content-type", "application/x-www-form-urlencoded"}}};
    EXPECT_EQ(call("POST", path, "List-Unsubscribe=One-Click", form).status, 200);
    EXPECT_EQ(call("POST", path + "x", "", form).status, 404);

    EXPECT_EQ(get("/v1/me/mail-preferences", ana.bearer).body,
              (json{{"message", true}, {"quote", false}, {"payment", true}, {"review", true}}));
    tell(ana, Template::quote_received, {"quo_2"});
    tell(ana, Template::message_received, {"con_1"});
    tell(ana, Template::password_changed); // service mails always come
    run_jobs();
    EXPECT_EQ(mailbox.mails.size(), 3U);
}

TEST_F(Mails, EachKindCanBeSwitchedOffInTheAccount)
{
    const auto ana = given_ana();
    EXPECT_EQ(put("/v1/me/mail-preferences", {{"payment", false}, {"newsletter", true}}, ana.bearer)
                  .status,
              422);
    EXPECT_EQ(put("/v1/me/mail-preferences", {{"payment", false}}, ana.bearer).status, 200);

    tell(ana, Template::order_released, {"ord_1"});
    tell(ana, Template::review_received, {"rev_1"});
    run_jobs();

    ASSERT_EQ(mailbox.mails.size(), 1U);
    EXPECT_NE(readable(mailbox.mails[0]).find("/reviews/rev_1"), std::string::npos);
}

TEST_F(Mails, WaitForAServerThatFailsAndForgetWhoLeft)
{
    const auto ana = given_ana();
    const auto ben = given_a_provider();
    run_jobs();
    mailbox.mails.clear();
    mailbox.failing = true;
    tell(ana, Template::message_received, {"con_1"});
    tell(ben, Template::message_received, {"con_1"});
    run_jobs();
    EXPECT_TRUE(mailbox.mails.empty());

    mailbox.failing = false;
    db.transaction([&](domain::Transaction& tx) {
        set_state(tx, ben.id, domain::accounts::AccountState::closed);
    });
    now += std::chrono::hours{2};
    run_jobs();

    ASSERT_EQ(mailbox.mails.size(), 1U);
    EXPECT_EQ(mailbox.mails[0].to, ana.email);
}

Message some_message()
{
    return {.from_name = "Entremise",
            .from = "no-reply@entremise.example",
            .to = "ana@example.org",
            .subject = "Été : votre devis est prêt, avec beaucoup de mots pour dépasser une ligne",
            .body = "Bonjour,\n\nL'été = à 100 %.\n" + std::string(200, 'x') + "\nfin \n",
            .id = "evt_1",
            .unsubscribe = "https://shop.example/v1/unsubscriptions/t",
            .at = domain::parse_instant("2026-11-23T09:00:00Z").value()};
}

TEST(MailMessages, AreSevenBitShortLinesThatReadBack)
{
    const auto message = some_message();
    const auto bytes = rfc5322(message);

    std::istringstream lines(bytes);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 78U) << line;
        EXPECT_TRUE(line.ends_with('\r')) << line;
        for (const char c : line)
            EXPECT_TRUE(c == '\r' || (c >= ' ' && c <= '~')) << line;
    }
    EXPECT_NE(bytes.find("Date: Mon, 23 Nov 2026 09:00:00 +0000\r\n"), std::string::npos);
    EXPECT_EQ(readable({"", "", bytes}),
              "Bonjour,\r\n\r\nL'été = à 100 %.\r\n" + std::string(200, 'x') + "\r\nfin \r\n\r\n");
}

TEST(MailMessages, CannotBeMadeToGrowHeaders)
{
    for (const auto field :
         {&Message::subject, &Message::to, &Message::from_name, &Message::unsubscribe}) {
        auto message = some_message();
        message.*field += "\r\nBcc: everybody@example.org";
        EXPECT_THROW(rfc5322(message), domain::Bug);
    }
}

TEST(MailSenders, PutWholeFilesIntoAFolder)
{
    const Temporary folder;
    FolderSender sender(folder.path() + "/mail", "no-reply@entremise.example");

    sender.send({"ana@example.org", "evt_1", "Subject: x\r\n\r\nbody\r\n"});

    EXPECT_EQ(slurp(folder.path() + "/mail/evt_1.eml"), "Subject: x\r\n\r\nbody\r\n");
    std::filesystem::remove_all(folder.path() + "/mail");
    EXPECT_THROW(sender.send({"ana@example.org", "evt_2", "x"}), NotDelivered);
}

TEST(MailSenders, HandOverToAnSmtpServer)
{
    SmtpSink sink;
    SmtpSender sender({sink.url(), "", "", "no-reply@entremise.example", ""});
    const auto bytes = rfc5322(some_message()) + ".a line that starts with a dot\r\n";

    EXPECT_EQ(sender.send({"ana@example.org", "evt_1", bytes}), Delivery::accepted);
    sink.stop();

    ASSERT_EQ(sink.mails.size(), 1U);
    EXPECT_NE(sink.mails[0].find("Message-ID: <evt_1@entremise.example>"), std::string::npos);
    EXPECT_NE(sink.mails[0].find("\n..a line"), std::string::npos); // dot-stuffed
    EXPECT_EQ(std::count(sink.commands.begin(), sink.commands.end(), "RCPT TO:<ana@example.org>"),
              1);
}

TEST(MailSenders, TellAServerThatIsBusyFromAMailboxThatIsNot)
{
    SmtpSink unknown("550 no such user");
    EXPECT_EQ(SmtpSender({unknown.url(), "", "", "a@b.example", ""})
                  .send({"x@example.org", "evt_1", "x\r\n"}),
              Delivery::refused_for_good);
    SmtpSink busy("451 try later");
    EXPECT_THROW(SmtpSender({busy.url(), "", "", "a@b.example", ""})
                     .send({"x@example.org", "evt_1", "x\r\n"}),
                 NotDelivered);
    std::string gone;
    {
        const SmtpSink closed;
        gone = closed.url();
    }
    EXPECT_THROW(
        SmtpSender({gone, "", "", "a@b.example", ""}).send({"x@example.org", "evt_1", "x\r\n"}),
        NotDelivered);
}

} // namespace

} // namespace tests
