#include <filesystem>

#include "domain/core/text.hpp"
#include "tests/privacy/leaving.hpp"

namespace tests {

namespace {

/// Plants a marker of its own in every personal field, plays the whole deal, erases, and looks
/// for the markers in every table of both databases and, on SQLite, in the bytes of the files.
class Canary : public Leaving {
protected:
    std::map<std::string, std::string> markers; // field -> what was planted there

    std::string planted(const std::string& field)
    {
        // Letters only, so that any field takes it and searching folds it to itself.
        std::string marker = "zq";
        for (const char digit : domain::to_hex(domain::random_bytes(10)))
            marker += static_cast<char>('a' + (digit <= '9' ? digit - '0' : digit - 'a' + 10));
        return markers[field] = marker;
    }

    domain::profiles::Profile marked(domain::profiles::Profile profile, const std::string& who)
    {
        auto& person = profile.person;
        person.surname = planted(who + ".surname");
        person.first_name = planted(who + ".first_name");
        auto& contact = profile.contact;
        contact.phone = planted(who + ".phone");
        contact.address.line1 = planted(who + ".line1");
        contact.address.city = planted(who + ".city");
        if (profile.is_company) profile.company.name = planted(who + ".company");
        return profile;
    }

    /// As text, as base64 at each of the three offsets, and as hexadecimal digits.
    static std::vector<std::string> spellings(const std::string& marker)
    {
        std::vector<std::string> all = {marker, domain::to_hex(marker)};
        for (std::size_t offset = 0; offset < 3; ++offset) {
            const auto text = domain::to_base64(std::string(offset, 'x') + marker + "xxx");
            const auto from = (offset * 4 + 2) / 3 + 1;
            all.push_back(text.substr(from, marker.size() * 4 / 3 - 4));
        }
        return all;
    }

    /// "field in place" of every marker that is found anywhere at rest.
    std::set<std::string> found_at_rest()
    {
        std::set<std::string> found;
        for (const auto& [field, marker] : markers) {
            for (const auto& spelling : spellings(marker)) {
                for (auto* database : {&db, &vault.keys()}) {
                    for (const auto& place : columns_with(*database, spelling))
                        found.insert(field + " in " + place);
                }
                for (const auto& file : files_with(spelling))
                    found.insert(field + " in " + file);
            }
        }
        return found;
    }

    /// The database's own files, write-ahead logs included. PostgreSQL's are the server's.
    std::set<std::string> files_with(const std::string& spelling)
    {
        std::set<std::string> found;
        if (databases.on_postgresql()) return found;
        for (const auto& file : std::filesystem::directory_iterator(databases.folder())) {
            if (slurp(file.path()).find(spelling) != std::string::npos)
                found.insert(file.path().filename());
        }
        return found;
    }

    /// What SQLite does by itself sooner or later.
    void checkpoint()
    {
        if (databases.on_postgresql()) return;
        for (const auto& url : {databases.data, databases.keys})
            domain::storage::Session(url).execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    json marked_offer()
    {
        auto offer = some_offer();
        offer["lines"][0]["designation"] = planted("quote.line");
        offer["terms"] = planted("quote.terms");
        return offer;
    }
};

TEST_F(Canary, NothingIsLeftOfWhoeverLeftButWhatTheLawKeepsSealed)
{
    ana = given_a_member(marked(client_profile("Ana"), "ana"));
    ben = given_a_payable_provider("Ben");
    db.transaction([&](domain::Transaction& tx) {
        const auto profile = marked(provider_profile("Ben"), "ben");
        domain::profiles::write_person(tx, ben.id, profile.person);
        domain::profiles::write_company(tx, ben.id, profile.company);
    });
    publish_page(ben, planted("page.description"));
    const auto request = expect(
        201, post("/v1/requests",
                  {{"providers", {ben.id.text()}}, {"need", planted("request.need")}}, ana.bearer));
    const auto conversation = talking_about(request, ana, ben);
    say(conversation, ana, planted("ana.message"));
    say(conversation, ben, planted("ben.message"));
    const auto quote =
        expect(201, post("/v1/requests/" + text(request) + "/quotes", marked_offer(), ben.bearer));
    const auto order = expect(201, accept(quote, ana));
    carry_out(order);
    expect(201, act(order, "review", ana,
                    {{"rating", 5}, {"text", "Signé " + markers["ana.surname"] + ", merci."}}));

    // What each publishes about the other, and answers to it.
    expect(201, act(order, "review", ben,
                    {{"rating", 3},
                     {"text", "Cliente : " + markers["ana.first_name"] + " " +
                                  markers["ana.surname"] + ", " + planted("ben.review")}}));
    const auto published = get("/v1/providers/" + ben.id.text() + "/reviews").body["items"][0];
    const auto reviewed = get("/v1/me/reviews?role=received", ana.bearer).body["items"][0];
    expect(201, post("/v1/reviews/" + text(published) + "/reply",
                     {{"text", "Merci " + markers["ana.first_name"] + ", " + markers["ana.line1"] +
                                   ", " + markers["ana.city"]}},
                     ben.bearer));
    expect(201, post("/v1/reviews/" + text(reviewed) + "/reply",
                     {{"text", markers["ben.surname"] + " exagère, " + planted("ana.reply")}},
                     ana.bearer));

    give_password(ana);
    expect(202,
           post("/v1/me/email",
                {{"email", planted("ana.new_address") + "@example.org"}, {"password", password}},
                ana.bearer));
    run_jobs();

    // The control: every marker is there, and the scan sees what is published in plain text.
    std::string seen;
    for (const auto& mail : mailbox.mails)
        seen += mail.to;
    for (const auto& path : {"/v1/me", "/v1/me/reviews", "/v1/me/reviews?role=received",
                             "/v1/requests", "/v1/quotes", "/v1/orders"})
        seen += get(path, ana.bearer).bytes + get(path, ben.bearer).bytes;
    seen += get("/v1/requests/" + text(request), ana.bearer).bytes;
    seen += get("/v1/quotes/" + text(quote), ana.bearer).bytes;
    seen += get("/v1/providers/" + ben.id.text()).bytes;
    seen += messages_for(conversation, ana).dump();
    for (const auto& [field, marker] : markers) {
        if (field != "ben.phone" && field != "ben.line1" && field != "ben.city") {
            EXPECT_NE(seen.find(marker), std::string::npos) << field;
        }
    }
    const auto before = found_at_rest();
    EXPECT_TRUE(before.contains("page.description in public_pages.description"));
    EXPECT_TRUE(before.contains("ana.surname in reviews.text"));
    EXPECT_TRUE(before.contains("ana.first_name in reviews.reply"));

    // Of whoever leaves first nothing is left in what the other published and stays.
    close(ana);
    ASSERT_TRUE(has_left(ana));
    checkpoint();
    for (const auto& where : found_at_rest())
        EXPECT_FALSE(where.starts_with("ana.") || where.starts_with("ben.review")) << where;

    close(ben);
    ASSERT_TRUE(has_left(ana) && has_left(ben));
    EXPECT_EQ(count("email_changes"), 0);
    checkpoint();

    EXPECT_EQ(found_at_rest(), std::set<std::string>{});
    // What the law keeps, it keeps readable to whom it names: sealed under keys of its own.
    EXPECT_EQ(archived(ana)->surname, markers["ana.surname"]);
    const auto abby = given_an_accountant();
    std::string invoices;
    for (const auto& id : invoice_ids())
        invoices += get("/v1/archive/invoices/" + id + "/xml", abby.bearer).bytes;
    EXPECT_NE(invoices.find(markers["ana.surname"]), std::string::npos);
    EXPECT_NE(invoices.find(markers["ben.company"]), std::string::npos);
}

} // namespace

} // namespace tests
