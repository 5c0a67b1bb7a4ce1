// Words that the code has as a table: where they may stand again, and that they say the same there.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "domain/access/mailed_token_store.hpp"
#include "domain/access/session.hpp"
#include "domain/accounts/account.hpp"
#include "domain/contestations/contestation.hpp"
#include "domain/conversations/conversation.hpp"
#include "domain/forgetting/closure.hpp"
#include "domain/orders/lifecycle.hpp"
#include "domain/proposals/proposal.hpp"
#include "domain/quotes/lifecycle.hpp"
#include "domain/requests/lifecycle.hpp"
#include "domain/reviews/lifecycle.hpp"
#include "domain/reviews/review.hpp"
#include "domain/terms/terms.hpp"
#include "invoicing/issuing/finding.hpp"
#include "invoicing/model/chain.hpp"
#include "invoicing/model/invoice.hpp"
#include "payments/gateway/command.hpp"
#include "payments/gateway/statuses.hpp"
#include "payments/ledger/entry.hpp"
#include "payments/operations/lifecycle.hpp"
#include "tests/architecture/literals.hpp"

namespace {

namespace fs = std::filesystem;
using Words = std::set<std::string>;

template <typename Enum>
Words all_of()
{
    const auto names = domain::names_of<Enum>();
    return {names.begin(), names.end()};
}

template <typename Enum, std::size_t count>
Words these(const std::array<Enum, count>& values)
{
    Words words;
    for (const auto value : values)
        words.emplace(name(value));
    return words;
}

std::string text_of(const fs::path& path)
{
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// What stands between single quotes.
Words quoted_in(const std::string& text)
{
    static const std::regex quoted("'([a-zA-Z][a-zA-Z_]*)'");
    Words words;
    for (std::sregex_iterator at(text.begin(), text.end(), quoted), end; at != end; ++at)
        words.insert((*at)[1]);
    return words;
}

/// The states of everything that has a life, here or at Mangopay.
Words all_states()
{
    auto states = all_of<domain::accounts::AccountState>();
    states.merge(all_of<domain::requests::State>());
    states.merge(all_of<domain::quotes::State>());
    states.merge(all_of<domain::orders::State>());
    states.merge(all_of<domain::reviews::State>());
    states.merge(all_of<payments::operations::State>());
    states.merge(all_of<domain::proposals::State>());
    states.merge(all_of<payments::UserStatus>());
    states.merge(all_of<payments::KycLevel>());
    states.merge(all_of<payments::VerificationStatus>());
    states.merge(all_of<payments::RecipientStatus>());
    return states;
}

/// A statement gets a state by `written`, or bound: so a renamed or an added one cannot be missed.
TEST(Words, NoStatementSpellsAState)
{
    const auto states = all_states();
    int seen = 0;
    for (const auto* room : {"domain", "payments", "invoicing", "jobs", "api", "ops"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / room)) {
            const auto path = fs::relative(entry.path(), SOURCE_DIR).string();
            const bool is_source = path.ends_with(".cpp") || path.ends_with(".hpp");
            if (!is_source || path.starts_with("ops/mangopay-sandbox/")) continue;
            for (const auto& [line, literal] : tests::literals_in(text_of(entry.path()))) {
                for (const auto& word : quoted_in(literal)) {
                    ++seen;
                    EXPECT_FALSE(states.contains(word))
                        << path << ":" << line << ": spells '" << word << "'";
                }
            }
        }
    }
    EXPECT_GT(seen, 20) << "the test reads statements";
}

std::vector<std::string> migrations()
{
    std::vector<std::string> texts;
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / "ops/migrations")) {
        if (entry.path().extension() == ".sql") texts.push_back(text_of(entry.path()));
    }
    return texts;
}

/// "orders.state" and what its CHECK allows, of every CHECK with a list of words.
std::map<std::string, Words> checked_columns()
{
    static const std::regex table(R"(CREATE TABLE ([a-z_]+) \(([\s\S]*?)\n\);)");
    static const std::regex check(R"(CHECK \(([a-z_]+) IN \(([^)]*)\)\))");
    std::map<std::string, Words> columns;
    for (const auto& text : migrations()) {
        for (std::sregex_iterator at(text.begin(), text.end(), table), end; at != end; ++at) {
            const std::string body = (*at)[2];
            for (std::sregex_iterator in(body.begin(), body.end(), check); in != end; ++in) {
                const auto words = quoted_in((*in)[2]);
                if (!words.empty()) columns[(*at)[1].str() + "." + (*in)[1].str()] = words;
            }
        }
    }
    return columns;
}

/// Whoever does what ends a delivery well.
Words who_validates()
{
    using domain::orders::State;
    Words parties;
    for (const auto& row : domain::orders::lifecycle.rows()) {
        if (row.to == State::validated || row.to == State::partly_refunded)
            parties.emplace(name(row.by));
    }
    return parties;
}

TEST(Words, AreWhatTheDatabaseChecks)
{
    const std::map<std::string, Words> in_code = {
        {"accounts.clientele", all_of<domain::accounts::Clientele>()},
        {"accounts.kind", all_of<domain::accounts::AccountKind>()},
        {"accounts.language", all_of<domain::Language>()},
        {"accounts.state", all_of<domain::accounts::AccountState>()},
        {"closures.cause", all_of<domain::forgetting::Cause>()},
        {"conversation_participants.role", all_of<domain::conversations::Role>()},
        {"document_damages.damage", all_of<invoicing::issuing::Damage>()},
        {"document_damages.part", all_of<invoicing::issuing::Look>()},
        {"invoice_chain.entry", all_of<invoicing::Entry>()},
        {"invoice_series.kind", all_of<invoicing::Kind>()},
        {"invoices.kind", all_of<invoicing::Kind>()},
        {"ledger_accounts.part", all_of<payments::ledger::Part>()},
        {"ledger_transactions.kind", all_of<payments::ledger::Kind>()},
        {"mailed_tokens.purpose", all_of<domain::access::TokenPurpose>()},
        {"money_operations.kind", all_of<payments::Kind>()},
        {"money_operations.role", all_of<payments::Role>()},
        {"money_operations.state", all_of<payments::operations::State>()},
        {"order_contestations.decision", all_of<domain::contestations::Decision>()},
        {"orders.state", all_of<domain::orders::State>()},
        {"orders.validated_by", who_validates()},
        {"payment_accounts.role", all_of<payments::Role>()},
        {"proposals.kind", all_of<domain::proposals::Kind>()},
        {"proposals.state", all_of<domain::proposals::State>()},
        {"quotes.state", all_of<domain::quotes::State>()},
        {"requests.state", all_of<domain::requests::State>()},
        {"review_decisions.decision", all_of<domain::reviews::Decision>()},
        {"reviews.author_side", all_of<domain::reviews::Side>()},
        {"reviews.state", all_of<domain::reviews::State>()},
        {"sessions.channel", all_of<domain::access::Channel>()},
        {"terms_acceptances.document", all_of<domain::terms::Document>()},
    };
    const std::map<std::string, std::string> apart = {
        {"account_company.vat_regime", "text of a profile, which compares it itself"},
        {"hooks.source", "which of two ways a hook came: written at one place, never read"},
        {"ledger_resolutions.outcome", "a bool in the code"},
        {"payment_accounts.person_type", "a bool in the code"},
        {"reviews.origin", "D111-17 asks for it; every review is personal so far"},
        {"reviews.target_kind", "every review is of an account so far"},
    };
    const auto checked = checked_columns();
    for (const auto& [column, words] : checked) {
        const auto known = in_code.find(column);
        if (known != in_code.end()) {
            EXPECT_EQ(words, known->second) << column;
        } else {
            EXPECT_TRUE(apart.contains(column)) << column << " is compared with no table of ours";
        }
    }
    EXPECT_EQ(checked.size(), in_code.size() + apart.size()) << "one of them has no CHECK";
}

/// The words in the condition of every index that has some.
std::map<std::string, Words> conditions()
{
    static const std::regex index(R"(INDEX ([a-z_]+)[^;]*?WHERE([^;]*);)");
    std::map<std::string, Words> found;
    for (const auto& text : migrations()) {
        for (std::sregex_iterator at(text.begin(), text.end(), index), end; at != end; ++at) {
            const auto words = quoted_in((*at)[2]);
            if (!words.empty()) found[(*at)[1]] = words;
        }
    }
    return found;
}

/// An index with a condition serves the statement that says the same, and no other.
TEST(Words, AreWhatAnIndexHasAsItsCondition)
{
    using namespace domain;
    namespace operations = payments::operations;
    const std::map<std::string, Words> in_code = {
        {"invoice_chain_once", these(std::array{invoicing::Entry::duplicate})},
        {"money_operations_by_intent", these(operations::replaceable)},
        {"money_operations_due", these(operations::unsettled)},
        {"money_operations_for_people",
         these(std::array{operations::State::manual_review, operations::State::doubled})},
        {"money_operations_unpaid", Words{std::string(name(operations::State::failed)),
                                          std::string(name(operations::State::returned)),
                                          std::string(name(payments::Kind::refund)),
                                          std::string(name(payments::Kind::payout))}},
        {"orders_to_expire", these(std::array{orders::State::awaiting_payment})},
        {"orders_to_validate", these(std::array{orders::State::delivered})},
        {"proposals_by_bank_reference", these(proposals::standing_states)},
        {"proposals_open", these(proposals::open_states)},
        {"quotes_accepted", these(std::array{quotes::State::accepted})},
        {"quotes_living", these(std::array{quotes::State::sent})},
        {"quotes_to_expire", these(std::array{quotes::State::sent})},
        {"requests_to_expire", these(std::array{requests::State::open})},
    };
    EXPECT_EQ(conditions(), in_code);
}

} // namespace
