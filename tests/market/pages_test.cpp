#include "domain/pages/pages.hpp"
#include "tests/market/picture_program.hpp"
#include "tests/market/publishing.hpp"

namespace tests {

namespace {

class Pages : public Publishing {};

TEST_F(Pages, ShowAnybodyFirstNameAndInitialOnly)
{
    publish(ben);
    given_a_service(ben, "Ourlet de rideau");

    const auto page = page_of(ben);

    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.body["display_name"], "Ben D.");
    EXPECT_EQ(page.body["city"], "Marseille");
    EXPECT_EQ(page.body["skills"], (json{"Couture", "Rideaux"}));
    EXPECT_EQ(page.body["services"][0]["title"], "Ourlet de rideau");
    EXPECT_EQ(page.body["rating"], (json{{"average", nullptr}, {"count", 0}}));
    EXPECT_EQ(page.bytes.find("Durand"), std::string::npos);
    EXPECT_EQ(page.bytes.find("SARL"), std::string::npos);
    EXPECT_EQ(page.bytes.find("@"), std::string::npos);
    EXPECT_EQ(page.header("cache-control"), "public, max-age=60");
    const auto again = call("GET", "/v1/providers/" + ben.id.text(), "",
                            {.headers = {{"if-none-match", page.header("etag")}}});
    EXPECT_EQ(again.status, 304);
}

/// C. conso L111-7: a sole trader is one too.
TEST_F(Pages, SayWhetherTheProviderIsAProfessional)
{
    auto sole = provider_profile("Lou");
    sole.is_company = false;
    sole.company.legal_form = domain::profiles::parse_legal_form("EI");
    auto amateur = provider_profile("Zoe");
    amateur.is_company = false;
    amateur.company = {};
    const auto is_professional = [&](const Someone& provider) {
        publish(provider);
        return page_of(provider).body["is_professional"];
    };

    EXPECT_EQ(is_professional(ben), true);
    EXPECT_EQ(is_professional(given_a_member(sole)), true);
    EXPECT_EQ(is_professional(given_a_member(amateur)), false);
}

TEST_F(Pages, AreNotThereBeforeTheyArePublished)
{
    EXPECT_EQ(page_of(ben).status, 404);
    auto draft = some_page();
    draft["is_published"] = false;
    expect(200, put("/v1/me/page", draft, ben.bearer, page_etag(ben)));
    given_a_service(ben, "Ourlet");

    EXPECT_EQ(page_of(ben).status, 404);
    EXPECT_TRUE(get("/v1/services").body["items"].empty());
    EXPECT_EQ(count("public_pages") + count("public_services") + count("service_words"), 0);
}

TEST_F(Pages, NeedWhatThePolicyWantsForPublication)
{
    const auto refused = put("/v1/me/page", some_page(), ben.bearer, page_etag(ben));
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(wrong_fields(refused), (std::set<std::string>{"page.photo"}));
    EXPECT_EQ(count("provider_pages"), 0);
}

TEST_F(Pages, LeaveNothingReadableWhenTakenOff)
{
    publish(ben);
    given_a_service(ben, "Ourlet");
    const auto photo = page_of(ben).body["photo"].get<std::string>();
    EXPECT_EQ(get(photo).status, 200);

    auto hidden = some_page();
    hidden["is_published"] = false;
    expect(200, put("/v1/me/page", hidden, ben.bearer, page_etag(ben)));

    EXPECT_EQ(page_of(ben).status, 404);
    EXPECT_EQ(get(photo).status, 404);
    EXPECT_EQ(count("public_pages") + count("public_services") + count("service_words"), 0);

    hidden["is_published"] = true;
    expect(200, put("/v1/me/page", hidden, ben.bearer, page_etag(ben)));
    EXPECT_EQ(page_of(ben).body["services"].size(), 1u) << "services come back with the page";
}

TEST_F(Pages, AreEditedOnTheVersionThatWasRead)
{
    EXPECT_EQ(put("/v1/me/page", some_page(), ben.bearer).status, 428);
    publish(ben);
    EXPECT_EQ(put("/v1/me/page", some_page(), ben.bearer, "\"1\"").status, 412);
    EXPECT_EQ(put("/v1/me/page", some_page(), ana.bearer, "\"0\"").status, 404);
    EXPECT_EQ(wrong_fields(put("/v1/me/page", {{"city", ""}, {"clientele", "both"}}, ben.bearer,
                               page_etag(ben))),
              (std::set<std::string>{"city", "description", "clientele"}));
}

TEST_F(Pages, AnswerGoneAfterTheAccountWasClosed)
{
    publish(ben);
    given_a_service(ben, "Ourlet");
    const auto added =
        expect(201, upload("POST", "/v1/me/portfolio?caption=Lin", some_picture(true), ben));
    for (int times = 0; times < 2; ++times)
        db.transaction([&](domain::Transaction& tx) { domain::pages::erase(tx, ben.id); });

    EXPECT_EQ(page_of(ben).status, 410);
    EXPECT_EQ(get(added["portfolio"][0]["path"]).status, 404);
    for (const auto* table : {"provider_pages", "public_pages", "services", "public_services",
                              "service_words", "portfolio_pictures", "files", "file_chunks"})
        EXPECT_EQ(count(table), 0) << table;
}

TEST_F(Pages, CountRatingsExactly)
{
    publish(ben);
    given_a_service(ben, "Ourlet");
    const auto rate = [&](int rating, int times) {
        db.transaction([&](domain::Transaction& tx) {
            domain::pages::count_rating(tx, ben.id, rating, times);
        });
    };
    rate(5, 1);
    rate(4, 1);
    rate(4, 1);
    EXPECT_EQ(page_of(ben).body["rating"], (json{{"average", "4.33"}, {"count", 3}}));
    EXPECT_EQ(get("/v1/services?min_rating=4.33").body["items"].size(), 1u);
    EXPECT_TRUE(get("/v1/services?min_rating=4.34").body["items"].empty());
    rate(5, -1);
    EXPECT_EQ(page_of(ben).body["rating"], (json{{"average", "4.00"}, {"count", 2}}));
}

TEST_F(Pages, KeepNothingOfAnUploadButItsPixels)
{
    auto with_secret = some_picture(false);
    // An EXIF segment right behind the start marker, as cameras write it.
    const std::string exif = std::string("Exif\0\0", 6) + "GPS 45.7640 N 4.8357 E";
    const auto size = exif.size() + 2;
    with_secret.insert(2, std::string{'\xff', '\xe1', static_cast<char>(size / 256),
                                      static_cast<char>(size % 256)} +
                              exif);
    expect(200, upload("PUT", "/v1/me/page/photo", with_secret, ben));
    publish(ben);

    const auto photo = get(page_of(ben).body["photo"].get<std::string>());
    EXPECT_EQ(photo.status, 200);
    EXPECT_EQ(photo.header("content-type"), "image/jpeg");
    EXPECT_EQ(photo.bytes.find("GPS"), std::string::npos);
    EXPECT_EQ(photo.bytes.find("Exif"), std::string::npos);
    EXPECT_EQ(count("files"), 1) << "former photos are erased";
}

TEST_F(Pages, RefuseWhatIsNoPicture)
{
    const auto png = some_picture(true);
    auto bomb = png; // 60000 × 60000 in the header: refused before anything is decoded
    bomb.replace(16, 8, std::string("\0\0\xea\x60\0\0\xea\x60", 8));
    const auto refused = upload("PUT", "/v1/me/page/photo", bomb, ben);
    EXPECT_EQ(refused.status, 413);
    EXPECT_NE(refused.bytes.find("16 millions de pixels"), std::string::npos) << refused.bytes;
    EXPECT_EQ(upload("PUT", "/v1/me/page/photo", png.substr(0, 60), ben).status, 415);
    EXPECT_EQ(upload("PUT", "/v1/me/page/photo", "GIF89a not really", ben).status, 415);
    EXPECT_EQ(upload("PUT", "/v1/me/page/photo", "<svg onload='alert(1)'/>", ben).status, 415);
    EXPECT_EQ(count("files"), 0);
}

/// A picture may break what decodes it: that is a process of its own, and only this upload's. What
/// comes to no verdict is no fault of the picture's.
TEST_F(Pages, AreThereWhateverHappensToTheReaderOfAPicture)
{
    publish(ben);
    const auto sound = app.reencode;
    const Temporary folder;
    const auto expect_later = [&](const std::string& end) {
        const auto refused = upload("PUT", "/v1/me/page/photo", some_picture(true), ben);
        EXPECT_EQ(refused.status, 503) << end;
        EXPECT_EQ(refused.header("retry-after"), "5") << end;
        EXPECT_NE(refused.bytes.find("pas sa faute"), std::string::npos) << refused.bytes;
    };
    for (const auto* end :
         {"kill -SEGV $$", "kill -KILL $$", "exec /bin/sleep 1000", "exit 1", "exit 0"}) {
        app.reencode =
            ops::PictureHelper(program_that(folder, end), std::chrono::milliseconds{200});
        expect_later(end);
    }
    std::filesystem::remove_all(folder.path() + "/read a picture");
    expect_later("it cannot be started");
    app.reencode = sound;
    expect(200, upload("PUT", "/v1/me/page/photo", some_picture(true), ben));
    EXPECT_EQ(count("files"), 1);
}

TEST_F(Pages, HoldTwentyPictures)
{
    publish(ben);
    const auto picture = some_picture(true);
    json last;
    for (int i = 0; i < 20; ++i)
        last = expect(
            201, upload("POST", "/v1/me/portfolio?caption=n" + std::to_string(i), picture, ben));
    EXPECT_EQ(last["portfolio"].size(), 20u);
    EXPECT_EQ(page_of(ben).body["portfolio"][19]["caption"], "n19");
    EXPECT_EQ(upload("POST", "/v1/me/portfolio", picture, ben).status, 409);

    const auto first = text(last["portfolio"][0]);
    EXPECT_EQ(del("/v1/me/portfolio/" + first, given_a_provider("Carl").bearer).status, 404);
    const auto files = count("files");
    EXPECT_EQ(del("/v1/me/portfolio/" + first, ben.bearer).status, 200);
    EXPECT_EQ(count("files"), files - 1) << "the picture goes, not only its place on the page";
    EXPECT_EQ(get("/v1/files/" + first).status, 404);
    EXPECT_EQ(page_of(ben).body["portfolio"].size(), 19u);
}

} // namespace

} // namespace tests
