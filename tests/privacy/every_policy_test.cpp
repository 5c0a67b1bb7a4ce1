#include <filesystem>
#include <fstream>

#include "domain/terms/document_texts.hpp"
#include "invoicing/audit/audit.hpp"
#include "ops/assets/register.hpp"
#include "ops/installation/obedience.hpp"
#include "ops/installation/policy_file.hpp"
#include "ops/installation/policy_folder.hpp"
#include "tests/privacy/leaving.hpp"
#include "tests/support/temporary.hpp"

namespace tests {

namespace {

namespace fs = std::filesystem;

using domain::Day;
using domain::Instant;
using domain::forgetting::Plan;

/// The folders of marketplaces under `root`, sorted.
std::vector<std::string> policy_folders(const fs::path& root)
{
    std::vector<std::string> folders;
    for (const auto& entry : fs::directory_iterator(root)) {
        if (fs::exists(entry.path() / "policy.json")) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

/// A root with the policies there are and one more, which keeps longer than the law asks: what
/// comes into ops/policies is played with no other edit.
const std::string& with_one_more()
{
    static const Temporary root;
    static const bool is_made = [] {
        fs::copy(SOURCE_DIR "/ops/policies", root.path(), fs::copy_options::recursive);
        fs::copy(root.path() + "/retouche", root.path() + "/library");
        auto library = json::parse(slurp(root.path() + "/retouche/policy.json"));
        library["name"] = "library";
        for (auto& rule : library["retention"]) {
            if (rule["rule"] == "invoices" || rule["rule"] == "legal_identity")
                rule["keep"] = "P12Y";
            if (rule["rule"] == "connection") rule["keep"] = "P2Y30D";
        }
        std::ofstream(root.path() + "/library/policy.json") << library.dump(1);
        return true;
    }();
    domain::check(is_made, "it was made");
    return root.path();
}

std::string written(const Plan& plan)
{
    std::string text;
    for (const auto& line : plan.due)
        text += line.rule->id + " " + line.what + " " + std::to_string(line.count) + "\n";
    for (const auto& line : plan.held)
        text += "held: " + line.what + " " + std::to_string(line.count) + " " + line.hold + "\n";
    return text;
}

/// The deal of 23 November 2026 under one marketplace's policy: ana and ben carry it out and
/// leave. The fiscal year ends with the calendar year.
class EveryPolicy : public Leaving, public ::testing::WithParamInterface<std::string> {
protected:
    static constexpr auto microsecond = std::chrono::microseconds{1};
    static constexpr Day last_of_the_year =
        std::chrono::year{2026} / std::chrono::December / std::chrono::day{31};

    std::map<std::string, std::string, std::less<>> texts;
    std::string order;

    EveryPolicy()
    {
        policy = ops::read_policy(GetParam());
        texts = ops::PolicyFolder(GetParam()).texts();
        platform.texts = domain::platform::Texts(texts);
        app.description = ops::description(policy);
        order = text(given_a_deal().order);
    }

    domain::policy::Period period_of(const std::string& rule)
    {
        return policy.retention().rule(rule).period;
    }

    /// When the last of what the policy keeps has ended.
    Instant last_day()
    {
        auto last = now;
        for (const auto& rule : policy.retention().rules())
            last = std::max(last, domain::policy::end_of(rule.period, last_of_the_year));
        return last;
    }

    std::int64_t planned(Instant as_of, const std::string& rule)
    {
        std::int64_t count = 0;
        for (const auto& line : jobs::plan_retention(context, as_of).due)
            if (line.rule->id == rule) count += line.count;
        return count;
    }
};

TEST_P(EveryPolicy, IsWholeAndSpeaksOfWhatThereIs)
{
    EXPECT_EQ(policy.name(), fs::path(GetParam()).filename());
    EXPECT_EQ(domain::terms::faults_of(texts, platform), std::vector<std::string>{});
    EXPECT_EQ(ops::register_faults(db, vault), std::vector<std::string>{});
    EXPECT_EQ(ops::disobeyed({platform, policy}), std::vector<std::string>{});
}

TEST_P(EveryPolicy, PlansEachThingForItsDayNotADayEarlierOrLater)
{
    close(ana);
    close(ben);
    const struct {
        const char* rule;
        Instant due;
        std::int64_t count;
    } calendar[] = {
        // 2 sign-ups, 2 sign-ins, 2 keys, 2 closures
        {"connection", end_of(period_of("connection"), start), 8},
        {"contract_consumer", end_of(period_of("contract_consumer"), start), 1},
        {"invoices", end_of(period_of("invoices"), last_of_the_year), 2},
        {"legal_identity", end_of(period_of("legal_identity"), last_of_the_year), 2},
    };
    for (const auto& line : calendar) {
        EXPECT_EQ(planned(line.due - microsecond, line.rule), 0) << line.rule;
        EXPECT_EQ(planned(line.due, line.rule), line.count) << line.rule;
    }
}

TEST_P(EveryPolicy, RunsWhatItPlansMonthByMonthAndNothingTwice)
{
    close(ana);
    close(ben);
    std::int64_t ended = 0;
    for (const auto last = last_day(); now < last;) {
        now = std::min(last, now + std::chrono::months{1});
        const auto plan = written(jobs::plan_retention(context, now));
        const auto run = jobs::run_retention(context, now);
        ASSERT_EQ(written(run), plan) << domain::to_text(now);
        ASSERT_EQ(jobs::run_retention(context, now).total(), 0) << domain::to_text(now);
        ended += run.total();
    }
    EXPECT_GT(ended, 0);
}

TEST_P(EveryPolicy, LeavesNothingThatLeadsToAPersonAndAChainThatVerifies)
{
    const auto invoices = invoice_ids();
    ASSERT_EQ(invoices.size(), 2U);
    close(ana);
    close(ben);
    now = last_day();
    jobs::run_retention(context, now);

    for (const auto& who : {ana, ben}) {
        EXPECT_FALSE(archived(who));
        EXPECT_EQ(vault.keys_of(who.id.text()), 0U);
        EXPECT_EQ(count("accounts WHERE id = '" + who.id.text() + "'"), 0);
        EXPECT_EQ(count("terms_acceptances WHERE account_id = '" + who.id.text() + "'"), 0);
    }
    EXPECT_EQ(vault.keys_of(order), 0U);
    for (const auto& invoice : invoices)
        EXPECT_EQ(vault.keys_of(invoice), 0U);
    EXPECT_EQ(count("archive_links") + count("order_evidence") + count("invoices"), 0);
    EXPECT_EQ(count("invoice_chain"), 4); // two documents, two files
    EXPECT_TRUE(
        db.read([](domain::Transaction& tx) { return invoicing::audit::audit(tx).is_clean(); }));
}

std::string name_of(const ::testing::TestParamInfo<std::string>& folder)
{
    return fs::path(folder.param).filename();
}

INSTANTIATE_TEST_SUITE_P(There, EveryPolicy,
                         ::testing::ValuesIn(policy_folders(SOURCE_DIR "/ops/policies")), name_of);

INSTANTIATE_TEST_SUITE_P(AndOneMore, EveryPolicy,
                         ::testing::ValuesIn(policy_folders(with_one_more())), name_of);

TEST(PolicyFolders, AreFoundByLooking)
{
    const auto there = policy_folders(SOURCE_DIR "/ops/policies");
    EXPECT_EQ(there.front(), std::string(SOURCE_DIR) + "/ops/policies/retouche");
    EXPECT_EQ(policy_folders(with_one_more()).size(), there.size() + 1);
}

} // namespace

} // namespace tests
