#include "domain/quotes/offer_rules.hpp"
#include "domain/storage/failures.hpp"
#include "tests/market/quoting.hpp"

namespace tests {

namespace {

TEST_F(Quotes, SayExactlyWhatIsToBePaid)
{
    const auto quote = given_a_quote();

    EXPECT_EQ(quote["net"], (json{{"amount", 37083}, {"currency", "EUR"}}));
    EXPECT_EQ(quote["vat"]["amount"], 7417); // 20 % of 370.83, not of 337.50 and 33.33
    EXPECT_EQ(quote["gross"]["amount"], 44500);
    EXPECT_EQ(quote["offer"]["lines"][1]["unit_price"], "33.3333");
    EXPECT_EQ(quote["state"], "sent");
    // Valid to the end of its last day in Paris.
    EXPECT_EQ(quote["expires_at"], "2026-12-15T23:00:00.000000Z");
}

TEST_F(Quotes, ShowBothPartiesToEachOtherAndToNobodyElse)
{
    const auto path = "/v1/quotes/" + text(given_a_quote());

    const auto seen = get(path, ana.bearer);
    EXPECT_EQ(seen.body["provider"]["name"], "Atelier Ben SARL");
    EXPECT_EQ(seen.body["provider"]["siret"], "44306184100047");
    EXPECT_EQ(get(path, ben.bearer).body["client"]["name"], "Ana Martin");

    const auto nowhere = get("/v1/quotes/quo_" + std::string(26, '0'), eve.bearer);
    for (const auto& stranger : {eve, carl}) {
        EXPECT_EQ(said(get(path, stranger.bearer)), said(nowhere));
        EXPECT_EQ(get(path, stranger.bearer).status, 404);
    }
    EXPECT_EQ(post(path + "/acceptance", {{"version", 1}}, eve.bearer).status, 404);
    EXPECT_EQ(post(path + "/refusal", {}, eve.bearer).status, 404);
    EXPECT_EQ(post(path + "/withdrawal", {}, carl.bearer).status, 404);
}

TEST_F(Quotes, AreOnlySentByProvidersWhoCanBePaid)
{
    const auto poor = given_a_provider("Dan");
    const auto request = asked_of(ana, {poor});

    const auto refused =
        post("/v1/requests/" + text(request) + "/quotes", some_offer(), poor.bearer);

    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(wrong_fields(refused),
              (std::set<std::string>{"mandate_not_accepted", "mangopay_terms_not_accepted",
                                     "identity_not_verified", "no_payout_recipient"}));
    EXPECT_EQ(count("quotes"), 0);
}

TEST_F(Quotes, NameEverythingThatIsWrongWithThem)
{
    auto wrong = some_offer();
    wrong["lines"][0]["quantity"] = "0";
    wrong["lines"][0]["vat_rate"] = "19.99";
    wrong["lines"][1]["quantity"] = "10000";
    wrong["delivery_day"] = "2026-11-22";
    const auto refused = offer(wrong);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(wrong_fields(refused),
              (std::set<std::string>{"lines[0].quantity", "lines[0].vat_rate", "lines[1].quantity",
                                     "delivery_day"}));

    auto unreadable = some_offer();
    unreadable["lines"][0]["quantity"] = 7.5; // never a floating-point number
    unreadable["lines"][0]["unit_price"] = "45,00";
    unreadable["lines"][0]["unit"] = "hour";
    unreadable.erase("valid_until");
    unreadable["discount"] = 1;
    EXPECT_EQ(wrong_fields(offer(unreadable)),
              (std::set<std::string>{"lines[0].quantity", "lines[0].unit_price", "lines[0].unit",
                                     "valid_until", "discount"}));
    EXPECT_EQ(count("quotes"), 0);
}

/// CGI, art. 278 to 281 nonies, and 294 to 296 for the overseas departments.
TEST(VatRates, AreThoseOfFranceAndItsDepartments)
{
    std::vector<int> taken;
    for (int basis_points = 0; basis_points <= 10'000; ++basis_points) {
        if (domain::quotes::is_vat_rate({basis_points})) taken.push_back(basis_points);
    }
    EXPECT_EQ(taken, (std::vector{0, 105, 210, 550, 850, 1000, 2000}));
}

TEST_F(Quotes, SayInWhichCountryTheServiceIsPerformed)
{
    auto abroad = some_offer();
    abroad["performed_in"] = "XX";
    EXPECT_EQ(wrong_fields(offer(abroad)), (std::set<std::string>{"performed_in"}));
    abroad["performed_in"] = "be"; // as it is typed
    EXPECT_EQ(expect(201, offer(abroad))["offer"]["performed_in"], "BE");
}

/// Taxed where it is rendered (CGI 259 A): the client would have been told at acceptance.
TEST_F(Quotes, OfServicesThatWeCannotInvoiceAreRefusedWhenTheyAreSent)
{
    for (const auto* category : {"immovable", "event", "electronic"}) {
        auto abroad = some_offer();
        abroad["service_category"] = category;
        for (const auto* country : {"MC", "GP", "DE", "US"}) {
            abroad["performed_in"] = country;
            EXPECT_EQ(wrong_fields(offer(abroad)), (std::set<std::string>{"performed_in"}))
                << category << " in " << country;
        }
    }
    auto at_home = some_offer();
    at_home["service_category"] = "immovable";
    EXPECT_EQ(offer(at_home).status, 201);
}

TEST_F(Quotes, AreBounded)
{
    auto many = some_offer();
    for (int i = 0; i < 100; ++i)
        many["lines"].push_back(many["lines"][0]);
    EXPECT_EQ(wrong_fields(offer(many)), (std::set<std::string>{"lines"}));

    auto none = some_offer();
    none["lines"] = json::array();
    EXPECT_EQ(wrong_fields(offer(none)), (std::set<std::string>{"lines"}));

    auto dear = some_offer();
    dear["lines"][0]["quantity"] = "9999";
    dear["lines"][0]["unit_price"] = "1000000";
    EXPECT_EQ(wrong_fields(offer(dear)), (std::set<std::string>{"lines"}));
}

TEST_F(Quotes, AreOneToARequestAtATime)
{
    const auto request = given_a_request();
    const auto quote = quoted(ben, request);
    const auto path = "/v1/requests/" + text(request) + "/quotes";

    EXPECT_EQ(post(path, some_offer(), ben.bearer).status, 409);
    EXPECT_EQ(post(path, some_offer(), carl.bearer).status, 404) << "carl was not asked";
    expect(200, post("/v1/quotes/" + text(quote) + "/withdrawal", {}, ben.bearer));
    EXPECT_EQ(post(path, some_offer(), ben.bearer).status, 201);
}

TEST_F(Quotes, ChangeOnlyByNewVersions)
{
    const auto quote = given_a_quote();
    auto cheaper = some_offer();
    cheaper["lines"][0]["unit_price"] = "40";

    const auto revised = revise(quote, cheaper, "\"1\"");

    EXPECT_EQ(revised.status, 201) << revised.bytes;
    EXPECT_EQ(revised.body["version"], 2);
    EXPECT_EQ(revised.header("etag"), "\"2\"");
    EXPECT_EQ(revised.body["versions"].size(), 2u);
    EXPECT_NE(revised.body["versions"][0]["text_sha256"],
              revised.body["versions"][1]["text_sha256"]);
    EXPECT_EQ(revise(quote, cheaper, "\"1\"").status, 412);
    EXPECT_EQ(accept(quote, ana).status, 412) << "ana has read version 1";
    EXPECT_EQ(accept(revised.body, ana).status, 201);
    EXPECT_EQ(revise(quote, cheaper, "\"2\"").status, 409) << "accepted is final";
}

TEST_F(Quotes, AreRefusedForGood)
{
    const auto quote = given_a_quote();
    const auto refusal = "/v1/quotes/" + text(quote) + "/refusal";

    EXPECT_EQ(post(refusal, {}, ben.bearer).status, 404) << "ben is no client";
    EXPECT_EQ(expect(200, post(refusal, {}, ana.bearer))["state"], "refused");
    EXPECT_EQ(post(refusal, {}, ana.bearer).status, 409);
    EXPECT_EQ(accept(quote, ana).status, 409);
    EXPECT_EQ(revise(quote, some_offer(), "\"1\"").status, 409);
}

TEST_F(Quotes, AreListedForBothSidesNewestFirst)
{
    const auto request = asked_of(ana, {ben, carl});
    const auto bens = quoted(ben, request);
    now += std::chrono::minutes{1};
    const auto carls = quoted(carl, request);

    const auto first = get("/v1/quotes?limit=1", ana.bearer).body;
    EXPECT_EQ(first["items"][0]["id"], carls["id"]);
    const auto cursor = first["next"].get<std::string>();
    const auto second = get("/v1/quotes?limit=1&cursor=" + cursor, ana.bearer).body;
    EXPECT_EQ(second["items"][0]["id"], bens["id"]);
    EXPECT_TRUE(second["next"].is_null());
    const auto bens_own = get("/v1/quotes", ben.bearer).body["items"];
    EXPECT_EQ(bens_own.size(), 1u) << "what carl asks is not ben's business";
    EXPECT_TRUE(get("/v1/quotes", eve.bearer).body["items"].empty());
}

TEST_F(Quotes, KeepEveryVersionAsItWas)
{
    given_a_quote();
    const auto attempt = [&](const char* sql) {
        db.transaction([&](domain::Transaction& tx) { tx.run(sql); });
    };

    EXPECT_THROW(attempt("UPDATE quote_versions SET content = ''"),
                 domain::storage::ConstraintViolated);
    EXPECT_THROW(attempt("DELETE FROM quote_versions"), domain::storage::ConstraintViolated);
    EXPECT_EQ(count("quote_versions"), 1);
}

TEST_F(Quotes, ExpireAtTheEndOfTheirLastDay)
{
    auto short_lived = some_offer();
    short_lived["valid_until"] = "2026-11-24";
    const auto quote = expect(201, offer(short_lived));
    const auto midnight_in_paris =
        std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} + std::chrono::hours{23};

    now = midnight_in_paris;
    EXPECT_EQ(accept(quote, ana).status, 409);
    now = midnight_in_paris - std::chrono::microseconds{1};
    EXPECT_EQ(accept(quote, ana).status, 201);
}

} // namespace

} // namespace tests
