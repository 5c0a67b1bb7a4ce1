// Whoever closed its account comes to its own documents by the link of its last mail, with a number
// and a name, as long as the law keeps them; nobody else does, nor learns whether there is a link.

#include <gmock/gmock.h>

#include <algorithm>

#include "domain/core/text.hpp"
#include "tests/accounts/mails.hpp"
#include "tests/privacy/leaving.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class OwnDocuments : public Leaving {
protected:
    static constexpr auto documents = "/v1/closed-account-documents";
    static constexpr auto page = "/closed-account-documents";

    Deal deal = given_a_deal();
    const std::string service = number_of("service_invoice");
    const std::string commission = number_of("commission_invoice");

    std::string number_of(const std::string& kind)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::string>("SELECT number FROM invoices WHERE kind = :kind", kind);
        });
    }

    /// Closes, and takes the link out of the last mail.
    std::string link_of(const Someone& who)
    {
        close(who);
        const auto address = domain::accounts::Email::parse(who.email)->text();
        return token_in(mailbox.to(address).back());
    }

    Answer claimed(const std::string& token, const std::string& number, const std::string& name,
                   const std::string& more = "")
    {
        return post(documents + more, {{"token", token}, {"number", number}, {"name", name}});
    }

    Answer form(const std::map<std::string, std::string>& fields)
    {
        std::string body;
        for (const auto& [name, value] : fields)
            body += (body.empty() ? "" : "&") + name + "=" + value;
        return call("POST", page, body,
                    {.headers = {{"content-type", "application/x-www-form-urlencoded"}}});
    }
};

TEST_F(OwnDocuments, OpenForAProviderWhatItIssuedAndReceived)
{
    std::map<std::string, std::string> before;
    for (const auto& id : invoice_ids())
        before[id] = get("/v1/invoices/" + id + "/document", ben.bearer).bytes;
    ASSERT_EQ(before.size(), 2U);
    const auto token = link_of(ben);
    EXPECT_EQ(get("/v1/invoices", ben.bearer).status, 401);

    const auto list = expect(200, claimed(token, service, "Atelier Ben SARL"))["items"];
    ASSERT_EQ(list.size(), 2U);
    for (const auto& item : list) {
        EXPECT_EQ(item["kind"], "invoice");
        const auto more = "/" + item["id"].get<std::string>();
        const auto pdf = claimed(token, service, "Atelier Ben SARL", more + "/document");
        EXPECT_EQ(pdf.status, 200);
        EXPECT_EQ(pdf.bytes, before[item["id"]]);
        EXPECT_EQ(pdf.header("content-type"), "application/pdf");
        const auto xml = claimed(token, commission, "Atelier Ben SARL", more + "/xml");
        EXPECT_THAT(xml.bytes, HasSubstr("CrossIndustryInvoice"));
    }
}

TEST_F(OwnDocuments, OpenForAClientItsOwnHoweverNumberAndNameAreSpelled)
{
    const auto token = link_of(ana);
    for (const auto* name : {"Ana Martin", "MARTIN, Ana", "ana  martin", "Àna Mârtin"}) {
        const auto list = expect(200, claimed(token, service, name))["items"];
        ASSERT_EQ(list.size(), 1U) << "the commission is not hers";
        EXPECT_EQ(list[0]["number"], service);
    }
    auto spaced = domain::folded(service);
    std::ranges::replace(spaced, '-', ' ');
    EXPECT_EQ(claimed(token, spaced, "Ana Martin").status, 200);

    const auto others = db.read([&](domain::Transaction& tx) {
        return tx.one<std::string>("SELECT id FROM invoices WHERE number = :number", commission);
    });
    EXPECT_EQ(claimed(token, service, "Ana Martin", "/" + others + "/document").status, 404);
}

TEST_F(OwnDocuments, OpenForANameJoinedOrPartedInAnyOrder) // T10
{
    const auto token = link_of(ben);
    for (const auto* name : {"AtelierBen SARL", "sarl Atelier-Ben", "ben atelier sarl"})
        EXPECT_EQ(claimed(token, service, name).status, 200) << name;
    for (const auto* name : {"Atelier SARL", "Atelier Ben SARL SARL", "Atelier Benn SARL"})
        EXPECT_EQ(claimed(token, service, name).status, 422) << name;
}

TEST_F(OwnDocuments, AnswerAlikeWhateverIsWrong)
{
    const auto token = link_of(ana);
    const std::string unknown(43, 'x');
    const auto wrong = said(claimed(unknown, service, "Ana Martin"));
    EXPECT_EQ(wrong["status"], 422);
    EXPECT_EQ(said(claimed(token, commission, "Ana Martin")), wrong);
    EXPECT_EQ(said(claimed(token, "P7K3QF-2026-000099", "Ana Martin")), wrong);
    EXPECT_EQ(said(claimed(token, service, "Anna Martin")), wrong);
    EXPECT_EQ(said(claimed(token, service, "EI")), wrong);
}

TEST_F(OwnDocuments, CountWrongTriesAndNoRightOnes)
{
    const auto token = link_of(ana);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(claimed(token, service, "Ana Martin").status, 200);
    for (const auto& tried : {token, std::string(43, 'x')}) { // a link or none
        for (int i = 0; i < 5; ++i)
            EXPECT_EQ(claimed(tried, service, "Eve Martin").status, 422);
        EXPECT_EQ(claimed(tried, service, "Ana Martin").status, 429);
    }
    now += std::chrono::minutes{1};
    EXPECT_EQ(claimed(token, service, "Ana Martin").status, 200);
}

TEST_F(OwnDocuments, CountNoIdThatLeadsNowhere) // T10
{
    const auto token = link_of(ana);
    const auto nowhere = "/" + domain::InvoiceId::fresh(now).text() + "/document";
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(claimed(token, service, "Ana Martin", nowhere).status, 404);
    EXPECT_EQ(claimed(token, service, "Ana Martin").status, 200);
    EXPECT_EQ(claimed(token, service, "Eve Martin", nowhere).status, 422);
}

TEST_F(OwnDocuments, AreJournaledAsReadsOfTheArchiveAre)
{
    const auto token = link_of(ana);
    const auto id =
        expect(200, claimed(token, service, "Ana Martin"))["items"][0]["id"].get<std::string>();
    claimed(token, service, "Ana Martin", "/" + id + "/document");
    EXPECT_EQ(claimed(token, service, "Eve").status, 422);
    EXPECT_EQ(count("archive_reads WHERE reader LIKE 'lnk_%' AND what = 'list'"), 1);
    EXPECT_EQ(count("archive_reads WHERE reader LIKE 'lnk_%' AND object = '" + id + "'"), 1);
    EXPECT_EQ(count("archive_reads WHERE reader LIKE 'lnk_%'"), 2);
}

TEST_F(OwnDocuments, CloseForGoodByTheLinkItself)
{
    const auto token = link_of(ana);
    EXPECT_EQ(claimed(token, service, "Ana Martin", "/revocation").status, 204);
    EXPECT_EQ(claimed(token, service, "Ana Martin").status, 422);
}

TEST_F(OwnDocuments, CloseForGoodByStaffWhoFindsTheLinkByANumber)
{
    const auto token = link_of(ana);
    const auto sam = given_staff();
    EXPECT_EQ(get("/v1/staff/document-links", sam.bearer).status, 422);
    const auto links =
        expect(200, get("/v1/staff/document-links?number=" + service, sam.bearer))["items"];
    ASSERT_EQ(links.size(), 1U) << "ben is still here";
    EXPECT_EQ(links[0]["account_id"], ana.id.text());
    const auto path = "/v1/staff/document-links/" + text(links[0]);
    EXPECT_EQ(del(path, ben.bearer).status, 404);
    EXPECT_EQ(del(path, sam.bearer).status, 204);
    EXPECT_EQ(claimed(token, service, "Ana Martin").status, 422);
    EXPECT_EQ(count("audit_log WHERE action = 'document_link_revoked'"), 1);
}

TEST_F(OwnDocuments, RestBehindAKeyedIndexOfTheToken)
{
    const auto token = link_of(ana);
    EXPECT_TRUE(columns_with(db, token).empty());
    EXPECT_TRUE(columns_with(db, domain::sha256_hex(token)).empty());
    EXPECT_EQ(count("document_links"), 1);
}

TEST_F(OwnDocuments, EndWithTheLastThatTheLinkOpens)
{
    const auto token = link_of(ana);
    link_of(ben);
    now = domain::parse_instant("2036-12-31T22:59:59Z").value();
    jobs::run_retention(context, now);
    EXPECT_EQ(claimed(token, service, "Ana Martin").status, 200);
    now += std::chrono::seconds{1};
    jobs::run_retention(context, now);
    EXPECT_EQ(claimed(token, service, "Ana Martin").status, 422);
    EXPECT_EQ(count("document_links"), 0);
}

TEST_F(OwnDocuments, ArePutIntoAPageForABrowserAlone)
{
    const auto token = link_of(ana);
    const auto asked = get(std::string(page) + "?token=" + token);
    EXPECT_EQ(asked.status, 200);
    EXPECT_THAT(asked.bytes, HasSubstr("name=\"number\""));
    EXPECT_EQ(asked.header("set-cookie"), "");
    EXPECT_EQ(get(std::string(page) + "?token=" + std::string(43, 'x')).status, 200)
        << "a link that does not live asks as well";

    std::map<std::string, std::string> claim = {
        {"token", token}, {"number", service}, {"name", "Ana+Martin"}};
    const auto list = form(claim);
    EXPECT_EQ(list.status, 200);
    EXPECT_THAT(list.bytes, HasSubstr(service + ", 23/11/2026, 445,00 EUR"));
    EXPECT_THAT(list.bytes, Not(HasSubstr(commission)));
    EXPECT_THAT(list.header("content-security-policy"), HasSubstr("default-src 'none'"));

    claim["name"] = "Ana+%22%3EMartin";
    EXPECT_THAT(form(claim).bytes, HasSubstr("value=\"Ana &quot;&gt;Martin\""));

    claim["document"] = db.read([&](domain::Transaction& tx) {
        return tx.one<std::string>("SELECT id FROM invoices WHERE number = :number", service);
    });
    claim["form"] = "pdf";
    EXPECT_THAT(form(claim).bytes, ::testing::StartsWith("%PDF"));

    claim["name"] = "Eve+Martin";
    const auto wrong = form(claim);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.bytes, HasSubstr("name=\"number\"")) << "asked again";

    claim["name"] = "Ana+Martin";
    claim.erase("document");
    claim["close"] = "link";
    EXPECT_THAT(form(claim).bytes, HasSubstr("Ce lien est fermé"));
    EXPECT_EQ(form(claim).status, 422);
    EXPECT_EQ(form({{"token", "short"}}).status, 404);
}

} // namespace

} // namespace tests
