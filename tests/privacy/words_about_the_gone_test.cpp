// What others published about somebody, or answered to it, once that person has left.

#include <gmock/gmock.h>

#include "domain/access/email_change_store.hpp"
#include "domain/profiles/profile_store.hpp"
#include "tests/privacy/leaving.hpp"

namespace tests {

namespace {

using ::testing::ContainsRegex;
using ::testing::IsEmpty;

class WordsAboutTheGone : public Leaving {
protected:
    json public_reviews()
    {
        return expect(200, get("/v1/providers/" + ben.id.text() + "/reviews"))["items"];
    }
    json given_by(const Someone& author)
    {
        return expect(200, get("/v1/me/reviews?role=given", author.bearer))["items"];
    }
    json received_by(const Someone& target)
    {
        return expect(200, get("/v1/me/reviews?role=received", target.bearer))["items"];
    }
    Answer reply(const json& review, const Someone& as, const std::string& words)
    {
        return post("/v1/reviews/" + text(review) + "/reply", {{"text", words}}, as.bearer);
    }
    void rename_ana(const json& changes)
    {
        expect(200, patch("/v1/me", changes, ana.bearer, get("/v1/me", ana.bearer).header("etag")));
    }

    /// An order that is over, of whoever `client` is.
    json given_a_released_order(const Someone& client, const Someone& provider, int payment)
    {
        const auto order =
            expect(201, accept(quoted(provider, asked_of(client, {provider})), client));
        fund(order, pay_in(payment));
        expect(200, act(order, "start", provider));
        expect(200, act(order, "delivery", provider));
        expect(200, act(order, "validation", client));
        release(order);
        return order;
    }

    std::string pseudonym_by(const Someone& author, const std::string& side)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::string>("SELECT pseudonym FROM reviews WHERE author_id = :id AND "
                                       "author_side = :side LIMIT 1",
                                       author.id, side);
        });
    }
};

TEST_F(WordsAboutTheGone, AReviewOfAClientLosesItsWordsAndKeepsItsStars)
{
    given_a_deal();
    expect(201, reply(received_by(ana)[0], ana, "Merci, Ana Martin, 12 rue des Lilas."));

    close(ana);
    ASSERT_TRUE(has_left(ana));

    const auto left = given_by(ben)[0];
    EXPECT_EQ(left["rating"], 4);
    EXPECT_EQ(left["author"], "Ben D.");
    EXPECT_TRUE(left["text"].is_null()) << left;
    EXPECT_TRUE(left["reply"].is_null()) << left;
    EXPECT_TRUE(left["target_id"].is_null()) << left;
    EXPECT_THAT(get("/v1/clients/" + ana.id.text() + "/reviews", ben.bearer).body["items"],
                IsEmpty());
    EXPECT_EQ(count("reviews WHERE replied_at IS NOT NULL"), 0);
    for (const auto& place : columns_with(db, ana.id.text()))
        EXPECT_FALSE(place.starts_with("reviews.")) << place;
}

TEST_F(WordsAboutTheGone, AReviewOfAProviderDoesToo)
{
    const auto deal = given_a_deal();
    expect(201, reply(public_reviews()[0], ben, "Merci, votre Ben Durand."));

    close(ben);
    ASSERT_TRUE(has_left(ben));

    const auto left = given_by(ana)[0];
    EXPECT_EQ(left["rating"], 5);
    EXPECT_EQ(left["order_id"], text(deal.order));
    EXPECT_TRUE(left["text"].is_null() && left["target_id"].is_null()) << left;
    EXPECT_THAT(columns_with(db, "Durand"), IsEmpty());
}

TEST_F(WordsAboutTheGone, StaffMayStillDecideOnAReviewWithoutWords)
{
    given_a_deal();
    close(ben);
    const auto decided =
        post("/v1/staff/reviews/" + text(given_by(ana)[0]) + "/decision",
             {{"decision", "hide"}, {"ground", "other"}, {"reason", "Signalé avant le départ."}},
             given_staff().bearer);
    EXPECT_EQ(decided.status, 200) << decided.bytes;
    EXPECT_EQ(decided.body["state"], "hidden");
}

TEST_F(WordsAboutTheGone, AReplyLosesTheNamesOfWhomItAnswered)
{
    given_a_deal();
    expect(201, reply(public_reviews()[0], ben,
                      "Merci Madame MARTIN, et bonjour à Ana ! Je rappelle au 06.12.34.56.78, ou "
                      "je passe au 12, rue des lilas, 69003 Lyon. Ourlets repris."));

    close(ana);

    const auto shown = public_reviews()[0];
    EXPECT_EQ(shown["reply"]["text"], "Merci Madame …, et bonjour à … ! Je rappelle au …, ou je "
                                      "passe au …, … …. Ourlets repris.");
    EXPECT_EQ(shown["rating"], 5);
}

TEST_F(WordsAboutTheGone, NobodyAnswersWhoeverHasLeft)
{
    given_a_deal();
    const auto review = public_reviews()[0];
    close(ana);

    const auto late = reply(review, ben, "Merci Ana Martin !");
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(late.body["title"], "action_unavailable");
    EXPECT_TRUE(public_reviews()[0]["reply"].is_null());
}

TEST_F(WordsAboutTheGone, NobodyReviewsWhoeverHasLeft)
{
    publish_page(ben);
    const auto order = given_a_released_order(ana, ben, 1);
    close(ana);
    ASSERT_TRUE(has_left(ana));

    const auto late =
        act(order, "review", ben, {{"rating", 1}, {"text", "Ana Martin n'était pas aimable."}});
    EXPECT_EQ(late.status, 409) << late.bytes;
    EXPECT_EQ(count("reviews"), 0);
}

TEST_F(WordsAboutTheGone, FormerNamesAddressesAndMailboxesGoAsWell)
{
    const json former = {{"person", {{"surname", "Lefèvre"}}},
                         {"phone", "06 98 76 54 32"},
                         {"address", {{"line1", "3 place Bellecour"}, {"postcode", "69002"}}}};
    rename_ana(former);
    rename_ana({{"person", {{"surname", "Martin"}}},
                {"phone", "+33612345678"},
                {"address", {{"line1", "12 rue des Lilas"}, {"postcode", "69003"}}}});
    db.transaction([&](domain::Transaction& tx) {
        auto contact = domain::profiles::contact_of(tx, ana.id);
        contact.email = "lefevre.a@example.net";
        domain::profiles::write_contact(tx, ana.id, contact);
        contact.email = ana.email;
        domain::profiles::write_contact(tx, ana.id, contact);
        domain::access::write_waiting_change(
            tx, ana.id, domain::accounts::Email::parse("ana.nouvelle@example.net").value(),
            ana.email);
    });
    EXPECT_EQ(count("former_traits"), 1);
    EXPECT_THAT(columns_with(db, "Bellecour"), IsEmpty()); // sealed
    given_a_deal();
    expect(201, reply(public_reviews()[0], ben,
                      "Merci Mme Lefevre : 0698765432, 3, Place Bellecour (69002), lefevre.a (at) "
                      "example.net, ana.nouvelle@example.net."));

    close(ana);

    EXPECT_EQ(public_reviews()[0]["reply"]["text"], "Merci Mme … : …, … (…), …, ….");
    EXPECT_EQ(count("former_traits"), 0);
}

TEST_F(WordsAboutTheGone, AReviewOfAnotherLosesTheNameOfWhomItMentions) // T11
{
    auto profile = provider_profile("Dora");
    profile.person.surname = "Latour";
    profile.company.siret = "55210055400013";
    profile.company.vat_number = "FR96552100554";
    const auto dora = given_a_payable(profile);
    publish_page(ben);
    publish_page(dora);
    given_a_released_order(ana, dora, 1);
    const auto order = given_a_released_order(ana, ben, 2);
    expect(201, act(order, "review", ana,
                    {{"rating", 5},
                     {"text", "Mieux que Dora Latour et tous les Latours. Ben est doux."}}));
    expect(201, reply(public_reviews()[0], ben, "Merci ! Madame LATOUR travaille bien aussi."));

    close(dora);
    ASSERT_TRUE(has_left(dora));

    const auto shown = public_reviews()[0];
    EXPECT_EQ(shown["text"], "Mieux que … et tous les …. Ben est doux.");
    EXPECT_EQ(shown["reply"]["text"], "Merci ! Madame … travaille bien aussi.");
    EXPECT_EQ(shown["author"], "Ana M.");
}

TEST_F(WordsAboutTheGone, OneAccountSignsOtherwiseOnEachSide)
{
    auto profile = provider_profile("Dora");
    profile.is_client = true;
    profile.company.siret = "55210055400013";
    profile.company.vat_number = "FR96552100554";
    const auto dora = given_a_payable(profile);
    const auto buying = given_a_released_order(dora, ben, 1);
    const auto buying_again = given_a_released_order(dora, ben, 2);
    const auto selling = given_a_released_order(ana, dora, 3);
    for (const auto& order : {buying, buying_again, selling}) {
        expect(201,
               act(order, "review", dora, {{"rating", 5}, {"text", "Tout s'est bien passé."}}));
    }

    const auto client = pseudonym_by(dora, "client");
    const auto provider = pseudonym_by(dora, "provider");
    EXPECT_THAT(client, ContainsRegex("^Client [a-z2-7]{12}$"));
    EXPECT_THAT(provider, ContainsRegex("^Pro [a-z2-7]{12}$"));
    EXPECT_NE(client.substr(client.find(' ')), provider.substr(provider.find(' ')));
    EXPECT_EQ(count("reviews WHERE pseudonym = '" + client + "'"), 2); // stable on one side
}

} // namespace

} // namespace tests
