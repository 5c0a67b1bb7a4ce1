#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "domain/terms/document_texts.hpp"
#include "ops/installation/policy_folder.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/marketplace.hpp"
#include "tests/support/temporary.hpp"

namespace tests {

namespace {

namespace fs = std::filesystem;

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// An operator's own copy of RETOUCHE's folder, called "atelier".
class Atelier : public Marketplace {
protected:
    Temporary disk;
    std::string folder = disk.path() + "/atelier";

    Atelier() { fs::copy(SOURCE_DIR "/ops/policies/retouche", folder); }

    void write(const std::string& file, const std::string& text)
    {
        std::ofstream(folder + "/" + file) << text;
    }

    std::vector<std::string> faults()
    {
        return domain::terms::faults_of(ops::PolicyFolder(folder).texts(), platform);
    }

    static std::string refusal(const std::string& name_or_path)
    {
        try {
            const ops::PolicyFolder opened(name_or_path);
            return "";
        } catch (const std::runtime_error& refused) {
            return refused.what();
        }
    }
};

TEST_F(Atelier, IsFoundByItsFolderOrByThePolicyFileInIt)
{
    write("policy.json", R"({"name": "atelier"})");
    write("draft.json", R"({"name": "draft"})");
    write("terms.en.txt", "Terms of the workshop.");

    EXPECT_EQ(ops::PolicyFolder(folder).policy(), R"({"name": "atelier"})");
    EXPECT_EQ(ops::PolicyFolder(folder + "/").policy(), R"({"name": "atelier"})");
    EXPECT_EQ(ops::PolicyFolder(folder + "/policy.json").policy(), R"({"name": "atelier"})");
    EXPECT_EQ(ops::PolicyFolder(folder + "/draft.json").policy(), R"({"name": "draft"})");
    for (const auto& path : {folder, folder + "/", folder + "/draft.json"})
        EXPECT_EQ(ops::PolicyFolder(path).texts().at("terms/terms.en.txt"),
                  "Terms of the workshop.");
}

TEST_F(Atelier, BringsItsTermsAndTheProductTheRest)
{
    write("terms.en.txt", "Terms of the workshop.");
    platform.texts = domain::platform::Texts(ops::PolicyFolder(folder).texts());

    const auto read = [&](const std::string& document) {
        return call("GET", "/v1/terms/" + document, "", {.headers = {{"accept-language", "en"}}})
            .body["text"]
            .get<std::string>();
    };
    EXPECT_EQ(read("terms"), "Terms of the workshop.");
    EXPECT_THAT(read("mangopay_terms"), HasSubstr("Mangopay SA"));
    EXPECT_THAT(platform.texts.at("mails/quote_received.json"), HasSubstr("subject"));
}

TEST_F(Atelier, IsToldEveryTextItLacksOrThatNamesWhatNobodyKnows)
{
    EXPECT_THAT(faults(), IsEmpty());
    fs::remove(folder + "/terms.fr.txt");
    write("privacy_notice.fr.txt", "Responsable : {company}, {adress}");
    write("privacy_notice.en.txt", "Controller: {company");
    EXPECT_THAT(faults(), ElementsAre("terms/terms.fr.txt is missing",
                                      "terms/privacy_notice.fr.txt has {adress}",
                                      "terms/privacy_notice.en.txt has a { without its }"));
}

TEST_F(Atelier, SaysWhereItLookedWhenThereIsNone)
{
    EXPECT_THAT(refusal("atelier"), HasSubstr("no built-in policy \"atelier\" (there is retouche"));
    EXPECT_THAT(refusal("atelier"), HasSubstr("\"./atelier\""));
    EXPECT_THAT(refusal(disk.path() + "/nowhere"), HasSubstr("/nowhere: cannot be read"));
    fs::remove(folder + "/policy.json");
    EXPECT_THAT(refusal(folder), HasSubstr("/atelier/policy.json: cannot be read"));
}

TEST(BuiltInPolicies, AreTheFoldersOfThePolicies)
{
    for (const auto& entry : fs::directory_iterator(SOURCE_DIR "/ops/policies")) {
        if (!entry.is_directory()) continue;
        const ops::PolicyFolder built_in(entry.path().filename());
        EXPECT_EQ(built_in.policy(), slurp(entry.path() / "policy.json"));
        for (const auto& file : fs::directory_iterator(entry.path())) {
            if (file.path().extension() != ".txt") continue;
            EXPECT_EQ(built_in.texts().at("terms/" + file.path().filename().string()),
                      slurp(file.path()));
        }
    }
}

} // namespace

} // namespace tests
