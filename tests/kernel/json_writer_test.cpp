#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

#include "api/json/json_writer.hpp"
#include "domain/core/crypto.hpp"

namespace {

using api::JsonWriter;
using nlohmann::json;

TEST(JsonWriter, nests_objects_and_arrays_with_commas_only_between)
{
    JsonWriter out;
    out.begin_object().member("a", std::int64_t{-7}).name("list").begin_array();
    out.value("x").null().begin_object().end_object().begin_array().end_array();
    out.end_array().name("kept").json("[1,2]").end_object();
    EXPECT_EQ(out.take(), R"({"a":-7,"list":["x",null,{},[]],"kept":[1,2]})");
}

TEST(JsonWriter, spells_money_and_time_as_everywhere)
{
    JsonWriter out;
    out.begin_object()
        .member("paid", domain::eur(44500))
        .member("at", domain::instant_of(1'795'328'923'000'042))
        .member("never", std::optional<domain::Instant>())
        .end_object();
    EXPECT_EQ(out.take(), R"({"paid":{"amount":44500,"currency":"EUR"},)"
                          R"("at":"2026-11-22T06:28:43.000042Z","never":null})");
}

TEST(JsonWriter, turns_the_page_with_a_cursor)
{
    const auto write = [](JsonWriter& out, int item) { out.value(std::int64_t{item}); };
    EXPECT_EQ(api::page_text(std::vector{1, 2}, std::optional<std::string>("ord_2"), write),
              R"({"items":[1,2],"next":")" + domain::to_base64("ord_2") + "\"}");
    EXPECT_EQ(api::page_text(std::vector<int>{}, {}, write), R"({"items":[],"next":null})");
}

RC_GTEST_PROP(JsonWriter, any_text_reads_back_as_it_was, ())
{
    // Every ASCII character, control characters included, and some of two to four bytes.
    const std::vector<std::string> wide = {"é", "œ", "€", "\u2028", "🧵"};
    std::string text;
    for (const int code : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 133)))
        text += code < 128 ? std::string(1, static_cast<char>(code))
                           : wide[static_cast<std::size_t>(code - 128)];
    JsonWriter out;
    out.begin_array().value(text).value(text).end_array();
    const auto read = json::parse(out.take());
    RC_ASSERT(read == json::array({text, text}));
}

} // namespace
