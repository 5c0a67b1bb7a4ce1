#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/policy/register.hpp"
#include "domain/policy/retention.hpp"

namespace {

using namespace domain::policy;
using ::testing::HasSubstr;

std::string file(const std::string& lines)
{
    return R"({"retention": [)" + lines + "]}";
}

const std::string ten_years = R"({"rule": "invoices", "starts": "issue_fiscal_year_end",
    "keep": "P10Y", "in": "archive", "then": "erase_bytes", "source": "the law"})";

std::string refusal(const std::string& policy, const std::string& floors)
{
    try {
        domain::policy::Retention::parse(policy, floors);
    } catch (const std::runtime_error& refused) {
        return refused.what();
    }
    return "";
}

TEST(Retention, SaysItsSourceInBothLanguagesOrOneForBoth)
{
    const auto line = [](const std::string& source) {
        return file(R"({"rule": "invoices", "starts": "issue_fiscal_year_end", "keep": "P10Y",
                        "then": "erase_bytes", "source": )" +
                    source + "}");
    };
    const auto rules = domain::policy::Retention::parse(
        line(R"("§5")"), line(R"({"fr": "le décret", "en": "the decree"})"));
    EXPECT_EQ(rules.rule("invoices").source.fr, "§5");
    EXPECT_EQ(rules.rule("invoices").floor.fr, "le décret");
    EXPECT_EQ(rules.rule("invoices").floor.en, "the decree");
    EXPECT_THAT(refusal(line(R"({"fr": "le décret"})"), file("")), HasSubstr("has no \"en\""));
}

TEST(Retention, LetsTheLongerOfPolicyAndFloorWinAndSaysWhy)
{
    const auto shorter =
        domain::policy::Retention::parse(file(R"({"rule": "invoices", "source": "we",
        "starts": "issue_fiscal_year_end", "keep": "P6Y", "then": "erase_bytes"})"),
                                         file(ten_years));
    EXPECT_EQ(domain::policy::to_text(shorter.rule("invoices").period), "P10Y");
    EXPECT_EQ(shorter.rule("invoices").floor.en, "the law");
    EXPECT_EQ(shorter.rule("invoices").source.en, "we");

    const auto longer =
        domain::policy::Retention::parse(file(R"({"rule": "invoices", "source": "we",
        "starts": "issue_fiscal_year_end", "keep": "P12Y", "then": "erase_bytes"})"),
                                         file(ten_years));
    EXPECT_EQ(domain::policy::to_text(longer.rule("invoices").period), "P12Y");
    EXPECT_EQ(longer.rule("invoices").floor.en, "the law");
}

TEST(Retention, HasTheFloorsThePolicyDoesNotMention)
{
    const auto retention = domain::policy::Retention::parse(file(""), file(ten_years));
    EXPECT_EQ(domain::policy::to_text(retention.rule("invoices").period), "P10Y");
    EXPECT_THROW(static_cast<void>(retention.rule("horoscopes")), domain::Bug);
}

TEST(Retention, NamesEveryFaultAtOnce)
{
    const auto faults = refusal(file(R"(
        {"rule": "messages", "starts": "fullmoon", "keep": "ten years", "then": "erase", "source": "x"},
        {"rule": "messages", "starts": "closing", "keep": "P0D", "then": "burn", "source": "x"},
        {"rule": "reviews", "starts": "closing", "keep": "P0D", "then": "erase", "until": "P1Y"},
        {"starts": "closing", "keep": "P0D", "then": "erase", "source": "x"})"),
                                file(""));
    for (const auto* fault : {"\"fullmoon\"", "\"ten years\"", "\"burn\"", "two rules messages",
                              "reviews has an unknown "
                              "word \"until\"",
                              "reviews has no \"source\"", "has no \"rule\""})
        EXPECT_THAT(faults, HasSubstr(fault));
}

TEST(Retention, RefusesARuleThatStartsOtherwiseThanItsFloor)
{
    EXPECT_THAT(refusal(file(R"({"rule": "invoices", "source": "we", "starts": "closing",
        "keep": "P10Y", "then": "erase_bytes"})"),
                        file(ten_years)),
                HasSubstr("invoices starts otherwise than the law's floor"));
}

TEST(Retention, AndTheRegisterMustSpeakOfTheSameRules)
{
    const auto known = domain::policy::Register::parse(R"({"groups": [
        {"table": "poems", "purpose": "x", "rule": "poems", "category": "message",
         "subject": "author", "basis": "contract", "on_erasure": "delete", "columns": ["text"]}]})");
    const auto retention = domain::policy::Retention::parse(file(ten_years), file(""));
    EXPECT_EQ(known.disagreements(retention).size(), 2U);
}

TEST(Register, RefusesAnEntryThatDoesNotSayEverything)
{
    const auto fault = [](const std::string& entry) {
        try {
            domain::policy::Register::parse(R"({"groups": [)" + entry + "]}");
        } catch (const std::runtime_error& refused) {
            return std::string(refused.what());
        }
        return std::string();
    };
    EXPECT_THAT(fault(R"({"table": "poems", "columns": ["text"]})"), HasSubstr("has no purpose"));
    EXPECT_THAT(
        fault(R"({"table": "poems", "purpose": "x", "category": "verse", "columns": ["text"]})"),
        HasSubstr("unknown category"));
    EXPECT_THAT(
        fault(R"({"table": "poems", "purpose": "x", "category": "message", "subject": "author",
        "basis": "contract", "on_erasure": "delete", "columns": ["text"]})"),
        HasSubstr("has no retention rule"));
    EXPECT_THAT(fault(R"({"table": "poems", "purpose": "x", "columns": ["text", "text"]})"),
                HasSubstr("is named twice"));
}

} // namespace
