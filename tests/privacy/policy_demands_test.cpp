// What a policy may demand of people: fields that profiles and pages have, of those we know, at the
// steps there are. Anything else would decide nothing, so it is refused with its place in the file.

#include <gmock/gmock.h>

#include <fstream>

#include "ops/installation/policy_file.hpp"
#include "tests/support/temporary.hpp"

namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class PolicyDemands : public ::testing::Test {
protected:
    tests::Temporary folder;

    /// Why a policy with these demands is refused; "" when it is not.
    std::string refusal_of(const std::string& fields)
    {
        const auto path = folder.path() + "/policy.json";
        std::ofstream(path) << R"({"name": "bakery", "retention": [], "fields": )" + fields + "}";
        try {
            ops::read_policy(path);
            return "";
        } catch (const std::exception& refused) {
            return refused.what();
        }
    }
};

TEST_F(PolicyDemands, AreOfFieldsThatProfilesHave)
{
    EXPECT_EQ(refusal_of(R"({"client": {"quote_acceptance": ["address.line2", "phone"]}})"), "");
    EXPECT_THAT(refusal_of(R"({"client": {"sign_up": ["surnam"]},
                               "provider": {"becoming_payable": ["company.sirett", "phone"]}})"),
                AllOf(HasSubstr("fields.client.sign_up demands \"surnam\""),
                      HasSubstr("fields.provider.becoming_payable demands \"company.sirett\""),
                      Not(HasSubstr("phone"))));
}

TEST_F(PolicyDemands, AreWrittenAsTheFileIsRead)
{
    EXPECT_THAT(refusal_of(R"({"client": []})"), HasSubstr("fields.client: is no object of steps"));
    EXPECT_THAT(refusal_of(R"({"client": {"sign_up": "phone"}})"),
                HasSubstr("fields.client.sign_up: is no list of fields"));
    EXPECT_THAT(refusal_of("[]"), HasSubstr("fields: is missing, or no object"));
    EXPECT_THAT(refusal_of(R"({}, "retentoin": [])"), HasSubstr("retentoin: is not known"));
    EXPECT_THAT(refusal_of(R"({"client": {}, "client": {}})"), HasSubstr("client: is given twice"));
    EXPECT_THAT(refusal_of(R"({}, "retention": [{"keep": "P1D", "keep": "P3Y"}])"),
                HasSubstr("keep: is given twice"));
    for (const auto* age : {"-5", "300", "18.5", "\"18\"", "null"}) {
        EXPECT_THAT(refusal_of(std::string(R"({}, "minimum_age": )") + age),
                    HasSubstr("minimum_age: is no number of years"))
            << age;
    }
}

TEST_F(PolicyDemands, AreOfAPageItsPhotoOnly)
{
    EXPECT_EQ(refusal_of(R"({"provider": {"publication": ["page.photo"]}})"), "");
    EXPECT_THAT(refusal_of(R"({"provider": {"publication": ["page.hat"]}})"),
                HasSubstr("fields.provider.publication demands \"page.hat\""));
    EXPECT_THAT(refusal_of(R"({"client": {"publication": ["page.photo"]}})"),
                HasSubstr("fields.client.publication: nothing is asked of them at this step, only "
                          "of provider"));
}

TEST_F(PolicyDemands, AreMadeAtStepsAndOfPeopleThatWeKnow)
{
    EXPECT_THAT(refusal_of(R"({"provider": {"becoming_payble": ["phone"]}, "visitor": {}})"),
                AllOf(HasSubstr("fields.provider.becoming_payble: no step is called so"),
                      HasSubstr("becoming_payable"), HasSubstr("fields.visitor"),
                      HasSubstr("client_company")));
}

} // namespace
