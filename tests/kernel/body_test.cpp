#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "api/json/json_body.hpp"
#include "api/json/reader.hpp"
#include "domain/core/refused.hpp"

namespace {

using namespace domain;
using nlohmann::json;

TEST(JsonBody, RefusesWhatCouldHurt)
{
    const auto refused = [](const std::string& text) {
        try {
            api::parsed_body(text);
            return false;
        } catch (const Refused& why) {
            return why.why() == Refusal::malformed_request;
        }
    };

    EXPECT_FALSE(refused(""));
    EXPECT_FALSE(refused(R"({"a":[1,2,{"b":null}]})"));
    EXPECT_TRUE(refused("[1]"));
    EXPECT_TRUE(refused(R"({"a":1,"a":2})"));
    EXPECT_TRUE(refused("{\"a\":" + std::string(40, '[') + std::string(40, ']') + "}"));
    EXPECT_TRUE(refused(std::string(1'000'000, '[')));
    EXPECT_TRUE(refused(R"({"a":9223372036854775808})"));
    EXPECT_TRUE(refused("{\"a\":\"\xff\"}"));
    EXPECT_TRUE(refused(R"({"a":NaN})"));
}

TEST(ReaderTest, NamesEveryWrongFieldAtOnce)
{
    const json body = {{"title", ""},
                       {"price", {{"amount", "12"}, {"currency", "USD"}}},
                       {"lines", {{{"quantity", 1}}, {{"surprise", 2}}}},
                       {"role", "admin"}};
    api::Reader read(body);
    read.text("title", {1, 80});
    read.money("price", 1, 1000);
    read.list("lines", 1, 10, [](api::Reader& line) { line.integer("quantity", 1, 9); });
    read.text("city", {1, 80});
    std::vector<std::string> fields;
    try {
        read.finish();
    } catch (const Refused& refused) {
        for (const auto& field : refused.fields())
            fields.push_back(field.field);
    }

    EXPECT_EQ(fields,
              (std::vector<std::string>{"title", "price.amount", "price.currency",
                                        "lines[1].quantity", "lines[1].surprise", "city", "role"}));
}

} // namespace
