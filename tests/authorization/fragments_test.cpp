#include <gmock/gmock.h>

#include <functional>
#include <map>
#include <set>
#include <string>

#include "api/openapi/values.hpp"
#include "tests/support/marketplace.hpp"

namespace tests {

namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// What is said of a fragment beside the frame; "" when it is taken.
std::string complaint_about(const std::string& fragment)
{
    const auto policy = domain::policy::Policy::parse(embedded("ops/policies/retouche/policy.json"),
                                                      embedded("ops/policies/floors.json"));
    api::openapi::DescriptionFiles files = {{"api/openapi/x.json", fragment}};
    for (const auto& file : ops::embedded()) {
        const bool is_of_the_frame =
            file.path == "api/openapi/frame.json" || file.path.starts_with("api/openapi/page.");
        if (is_of_the_frame) files.emplace_back(file.path, file.text);
    }
    try {
        api::openapi::described(files, policy);
    } catch (const std::runtime_error& refused) {
        return refused.what();
    }
    return "";
}

TEST(DescriptionFragments, MayNotContradictEachOther)
{
    EXPECT_THAT(complaint_about(R"({"components": {"schemas": {"Money": {"type": "string"}}}})"),
                HasSubstr("describes Money a second time"));
    const auto policy = domain::policy::Policy::parse(embedded("ops/policies/retouche/policy.json"),
                                                      embedded("ops/policies/floors.json"));
    EXPECT_THROW(api::openapi::described({{"api/openapi/x.json", "{}"}}, policy),
                 std::runtime_error);
}

TEST(DescriptionFragments, AskOnlyForValuesThatTheCodeHas)
{
    const auto asking = [](const std::string& name) {
        return complaint_about(R"({"components": {"schemas": {"X": {"x-values": ")" + name +
                               R"("}}}})");
    };
    EXPECT_EQ(asking("orders.state"), "");
    EXPECT_THAT(asking("orders.states"), HasSubstr("orders.states"));
}

TEST(DescriptionFragments, AreGivenTheValuesInTheirOrderAndNullWhereTheyMayBe)
{
    json schema = {{"a", {{"type", "string"}, {"x-values", "reviews.state"}}},
                   {"b", json::array({{{"type", {"string", "null"}}, {"x-values", "language"}}})}};
    api::openapi::fill_values(schema);
    EXPECT_EQ(schema,
              json::parse(R"({"a": {"type": "string", "enum": ["published", "hidden", "refused"]},
                                      "b": [{"type": ["string", "null"], "enum": ["fr", "en", null]}]})"));
}

/// A copy would drift: an added state would be answered and not described.
TEST(DescriptionFragments, CopyNoListThatTheCodeHas)
{
    using Words = std::set<json>;
    std::map<Words, std::string> lists;
    std::set<std::string> not_asked_for;
    for (const auto& [name, words] : api::openapi::values()) {
        lists[{words.begin(), words.end()}] = name;
        not_asked_for.emplace(name);
    }
    int literal = 0;
    for (const auto& file : ops::embedded()) {
        if (!file.path.starts_with("api/openapi/") || !file.path.ends_with(".json")) continue;
        const std::function<void(const json&)> look = [&](const json& part) {
            if (part.is_object() && part.contains("enum") && part["enum"].is_array()) {
                Words words(part["enum"].begin(), part["enum"].end());
                words.erase(nullptr);
                ++literal;
                EXPECT_FALSE(lists.contains(words))
                    << file.path << " copies what \"x-values\": \"" << lists[words] << "\" gives";
            }
            if (part.is_object() && part.contains("x-values"))
                not_asked_for.erase(part["x-values"].get<std::string>());
            if (!part.is_structured()) return;
            for (const auto& inner : part)
                look(inner);
        };
        look(json::parse(file.text));
    }
    EXPECT_GT(literal, 10) << "the test reads the fragments";
    EXPECT_THAT(not_asked_for, IsEmpty());
}

} // namespace

} // namespace tests
