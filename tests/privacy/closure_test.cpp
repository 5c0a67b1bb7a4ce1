#include "tests/privacy/leaving.hpp"

namespace tests {

namespace {

TEST_F(Leaving, AsksForThePasswordAndNamesTheAuthority)
{
    give_password(ana);
    const auto wrong = post("/v1/me/closure", {{"password", "not it"}}, ana.bearer);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(wrong_fields(wrong), std::set<std::string>{"password"});
    EXPECT_EQ(wrong_fields(post("/v1/me/closure", json::object(), ana.bearer)),
              std::set<std::string>{"password"});
    EXPECT_EQ(post("/v1/me/closure", {{"password", password}}).status, 401);
    EXPECT_EQ(get("/v1/me/closure", ana.bearer).body["state"], "open");

    const auto closing = ask_to_close(ana);
    EXPECT_EQ(closing.status, 202);
    EXPECT_EQ(closing.body["state"], "closing");
    EXPECT_EQ(closing.body["authority"]["name"], "CNIL"); // RT-25
    EXPECT_EQ(closing.body["kept"], json::array());       // she never bought
}

TEST_F(Leaving, IsInvisibleAtOnce)
{
    const auto carl = given_a_payable_provider("Carl");
    publish_page(ben);
    const auto request = asked_of(ana, {ben, carl});
    const auto quote = quoted(ben, request);
    ASSERT_EQ(get("/v1/providers/" + ben.id.text()).status, 200);

    expect(202, ask_to_close(ben));

    EXPECT_EQ(get("/v1/me", ben.bearer).status, 401);
    EXPECT_EQ(get("/v1/providers/" + ben.id.text()).status, 410);
    EXPECT_EQ(get("/v1/services").body["items"], json::array());
    EXPECT_EQ(get("/v1/quotes/" + text(quote), ana.bearer).body["state"], "withdrawn");
    EXPECT_EQ(get("/v1/requests/" + text(request), ana.bearer).body["state"], "open"); // for carl

    expect(202, ask_to_close(ana));
    EXPECT_EQ(get("/v1/requests/" + text(request), carl.bearer).body["state"], "withdrawn");
}

TEST_F(Leaving, WhoeverNeitherProvidedNorBoughtVanishesWhole) // RT-14
{
    const auto zoe = given_a_client("Zoe");
    const auto request = asked_of(zoe, {ben});
    quoted(ben, request);
    const auto conversation = talking_about(request, zoe, ben);
    say(conversation, zoe, "Est-ce possible ?");
    say(conversation, ben, "Oui.");
    ASSERT_GT(vault.keys_of(zoe.id.text()), 0U);

    close(zoe);

    EXPECT_EQ(vault.keys_of(zoe.id.text()), 0U);
    EXPECT_EQ(get("/v1/requests/" + text(request), ben.bearer).status, 404);
    // Ben's side of the conversation is his; of hers there is left that something was removed.
    const auto messages = messages_for(conversation, ben);
    ASSERT_EQ(messages.size(), 2U);
    const std::set<std::string> ids_only = {
        "conversations.topic", "conversation_participants.account_id",
        "messages.author_id",  "retention_actions.object_id",
        "events.subject",      "events.detail",
        "rate_counters.bucket"};
    for (const auto& place : columns_with(db, zoe.id.text()))
        EXPECT_TRUE(ids_only.contains(place)) << place;
    EXPECT_EQ(columns_with(vault.keys(), zoe.id.text()),
              std::set<std::string>{"erasures.subject_id"});
    EXPECT_EQ(count("archive_subjects"), 0);
}

TEST_F(Leaving, AClientWhoBoughtLeavesItsLegalIdentityAndWhatOthersNeed) // RT-14, RT-15
{
    const auto deal = given_a_deal();
    const auto page = get("/v1/providers/" + ben.id.text()).body;

    close(ana);

    ASSERT_TRUE(has_left(ana));
    const auto identity = archived(ana);
    ASSERT_TRUE(identity.has_value());
    EXPECT_EQ(identity->surname, "Martin");
    EXPECT_EQ(identity->first_name, "Ana");
    EXPECT_EQ(identity->terms_accepted_on, "2026-11-23");
    for (const auto* table :
         {"account_identity", "account_likenesses", "account_contact", "account_credentials"})
        EXPECT_EQ(count(std::string(table) + " WHERE account_id = '" + ana.id.text() + "'"), 0);
    EXPECT_EQ(get("/v1/providers/" + ben.id.text()).body["rating"], page["rating"]);
    EXPECT_EQ(get("/v1/orders/" + text(deal.order), ben.bearer).status, 200);
    EXPECT_EQ(get("/v1/requests/" + text(deal.request), ben.bearer).status, 200);
}

TEST_F(Leaving, MessagesOfWhoeverLeavesAreGoneForBothAndTheOthersStay)
{
    const auto deal = given_a_deal();
    close(ana);

    const auto messages = messages_for(deal.conversation, ben);
    ASSERT_EQ(messages.size(), 2U);
    std::set<std::string> readable;
    for (const auto& message : messages) {
        if (message.contains("text") && message["text"].is_string())
            readable.insert(message["text"]);
    }
    EXPECT_EQ(readable, std::set<std::string>{"Avec plaisir."});
}

TEST_F(Leaving, ReviewsStayUnderAPseudonymWithoutTheAuthorsNames)
{
    given_a_deal();
    const auto path = "/v1/providers/" + ben.id.text() + "/reviews";
    const auto before = expect(200, get(path))["items"][0];

    close(ana);

    const auto after = expect(200, get(path))["items"][0];
    EXPECT_EQ(after["rating"], before["rating"]);
    EXPECT_NE(after.dump(), before.dump());
    EXPECT_EQ(after.dump().find("Ana"), std::string::npos) << after;
    EXPECT_EQ(after.dump().find("Martin"), std::string::npos) << after;
    EXPECT_NE(after.dump().find("recommande Ben"), std::string::npos) << after;
}

TEST_F(Leaving, APageThatWasPublishedIsGoneForGoodWithItsReviews) // design: Settled 17
{
    given_a_deal();
    close(ben);

    ASSERT_TRUE(has_left(ben));
    EXPECT_EQ(get("/v1/providers/" + ben.id.text()).status, 410);
    EXPECT_NE(get("/v1/providers/" + ben.id.text() + "/reviews").status, 200);
    EXPECT_EQ(get("/v1/services").body["items"], json::array());
    EXPECT_EQ(count("files"), 0);
    EXPECT_EQ(archived(ben)->surname, "Durand");
}

TEST_F(Leaving, InvoicesAreUntouchedToTheByteAndStillPulledByTheAccountant)
{
    given_a_deal();
    const auto abby = given_an_accountant();
    std::map<std::string, std::string> before;
    for (const auto& id : invoice_ids())
        before[id] = get("/v1/archive/invoices/" + id + "/document", abby.bearer).bytes;
    ASSERT_EQ(before.size(), 2U);

    close(ana);
    close(ben);
    ASSERT_TRUE(has_left(ana) && has_left(ben));

    for (const auto& [id, bytes] : before) {
        const auto again = get("/v1/archive/invoices/" + id + "/document", abby.bearer);
        EXPECT_EQ(again.status, 200);
        EXPECT_FALSE(bytes.empty());
        EXPECT_EQ(again.bytes, bytes);
    }
}

TEST_F(Leaving, WaitsForOpenOrdersAndGoesWhenTheyAreSettled)
{
    const auto order = given_a_validated_order();
    expect(202, ask_to_close(ben));
    run_jobs();
    EXPECT_FALSE(has_left(ben));
    const auto plan = jobs::plan_retention(context, now);
    ASSERT_EQ(plan.held.size(), 1U);
    EXPECT_EQ(plan.held.front().rule->id, "account");

    release(order);
    now += std::chrono::hours{25};
    run_jobs();
    EXPECT_TRUE(has_left(ben));
    EXPECT_EQ(archived(ben)->surname, "Durand");
}

TEST_F(Leaving, FinishesWhatIsOpenAndBeginsNothingNew)
{
    const auto order = given_a_validated_order();
    expect(202, ask_to_close(ana));
    const auto again =
        post("/v1/sessions", {{"email", ana.email}, {"password", password}}).body["token"];

    EXPECT_EQ(get("/v1/orders/" + text(order), again).status, 200);
    const json request = {{"providers", {ben.id.text()}}, {"need", "Encore douze rideaux."}};
    EXPECT_EQ(post("/v1/requests", request, again).status, 409);
    EXPECT_EQ(get("/v1/me/closure", again).body["state"], "closing");
}

TEST_F(Leaving, TellsWhatItWaitsForAndWhatTheLawKeeps)
{
    given_a_validated_order();
    const auto closure = get("/v1/me/closure", ana.bearer).body;
    ASSERT_EQ(closure["waiting_for"].size(), 1U);
    EXPECT_EQ(closure["waiting_for"][0]["code"], "open_orders");
    std::map<std::string, std::string> kept;
    for (const auto& line : closure["kept"])
        kept[line["what"]] = line["keep"];
    EXPECT_EQ(kept["invoices"], "P10Y");
    EXPECT_EQ(kept["legal_identity"], "P10Y");
    EXPECT_EQ(kept["contract"], "P5Y");
    EXPECT_EQ(kept["contract_consumer"], "P10Y");
    EXPECT_EQ(kept["connection"], "P1Y");
}

TEST_F(Leaving, TellsWhichLawInTheLanguageOfTheReader) // T10
{
    given_a_validated_order();
    const auto law_in = [&](const std::string& language) {
        const auto answer =
            call("GET", "/v1/me/closure", "",
                 {.bearer = ana.bearer, .headers = {{"accept-language", language}}});
        for (const auto& line : answer.body["kept"]) {
            if (line["what"] == "connection") return line["because"].get<std::string>();
        }
        return std::string();
    };
    EXPECT_EQ(law_in("fr"), "LCEN article 6 ; décret 2021-1362");
    EXPECT_EQ(law_in("en"), "LCEN article 6; decree 2021-1362");
}

} // namespace

} // namespace tests
