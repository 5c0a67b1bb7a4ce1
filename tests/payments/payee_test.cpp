#include <filesystem>

#include "domain/payees/readiness.hpp"
#include "tests/payments/paying.hpp"

namespace {

using namespace tests;
using payments::Role;

/// A provider on the way to being paid.
class Payee : public Paying {
protected:
    Someone ben = given_a_provider();

    std::vector<std::string> hurdles()
    {
        std::vector<std::string> codes;
        const auto answer = get("/v1/me/payout-eligibility", ben.bearer).body;
        for (const auto& hurdle : answer.at("hurdles")) {
            EXPECT_FALSE(hurdle.at("reason").get<std::string>().empty());
            EXPECT_FALSE(hurdle.at("link").get<std::string>().empty());
            codes.push_back(hurdle.at("code"));
        }
        return codes;
    }
    static std::vector<std::string> are(std::initializer_list<std::string> codes) { return codes; }
};

TEST_F(Payee, IsToldEveryStepFromNothingToBeingPaid)
{
    EXPECT_EQ(hurdles(), are({"mandate_not_accepted", "mangopay_terms_not_accepted",
                              "identity_not_verified", "no_payout_recipient"}));
    EXPECT_EQ(post("/v1/me/identity-verification", json::object(), ben.bearer).status, 409);
    accept_texts(ben);

    const auto asked = post("/v1/me/identity-verification", json::object(), ben.bearer);
    EXPECT_EQ(asked.status, 201);
    EXPECT_FALSE(asked.body.at("hosted_url").is_null());
    EXPECT_EQ(hurdles(), are({"strong_authentication_needed", "identity_being_verified",
                              "no_payout_recipient"}));

    decide_identity(ben, "refuse");
    EXPECT_EQ(hurdles(),
              are({"strong_authentication_needed", "identity_refused", "no_payout_recipient"}));

    EXPECT_EQ(post("/v1/me/identity-verification", json::object(), ben.bearer).status, 201);
    decide_identity(ben);
    authenticate(ben);
    EXPECT_EQ(hurdles(), are({"no_payout_recipient"}));

    EXPECT_EQ(register_bank_account(ben).status, 201);
    EXPECT_EQ(hurdles(), are({"recipient_awaits_authentication"}));
    authenticate(ben, "refuse");
    EXPECT_EQ(hurdles(), are({"no_payout_recipient"}));

    register_bank_account(ben);
    authenticate(ben);
    EXPECT_EQ(hurdles(), are({}));
    EXPECT_TRUE(db.read([&](domain::Transaction& tx) {
        return domain::payees::payment_hurdles(tx, {platform, policy}, ben.id).empty();
    }));
}

TEST_F(Payee, GetsALinkForStrongAuthenticationWhenAsked)
{
    accept_texts(ben);
    give_a_password(ben);
    const auto link =
        post("/v1/me/strong-authentication", {{"password", somebodys_password}}, ben.bearer);
    EXPECT_EQ(link.status, 200);
    EXPECT_TRUE(link.body.at("redirect_url").get<std::string>().starts_with(stand_in.url()));
}

TEST_F(Payee, EntersAnAccountNumberThatIsOne)
{
    accept_texts(ben);
    EXPECT_EQ(register_bank_account(ben, "FR7630004000031234567890144").status, 422);
    EXPECT_EQ(post("/v1/me/payout-recipient", json::object(), ben.bearer).status, 422);
    EXPECT_EQ(count("money_operations"), 0);
}

TEST_F(Payee, RegistersOnceWithOneKeyAndIsLookedUpWhenTheAnswerIsLost)
{
    accept_texts(ben);
    post("/v1/me/identity-verification", json::object(), ben.bearer);
    authenticate(ben);
    fault("server_error_after", "POST /users/:id/recipients");
    const With once{.bearer = ben.bearer, .key = "the-same-key"};
    const auto body = json{{"iban", iban}, {"proof", proof_of(ben)}}.dump();
    EXPECT_EQ(call("POST", "/v1/me/payout-recipient", body, once).status, 202);
    EXPECT_EQ(count("payout_recipients"), 0);

    heal();
    EXPECT_EQ(count("payout_recipients"), 1);
    EXPECT_EQ(call("POST", "/v1/me/payout-recipient", body, once).status, 201);
    EXPECT_EQ(count("payout_recipients"), 1);
}

/// Everything that rests on disk: the databases' files and what the test's folder holds.
bool rests_anywhere(const std::string& folder, const std::string& needle)
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && slurp(entry.path()).find(needle) != std::string::npos) {
            return true;
        }
    }
    return false;
}

/// Mangopay where it asks nobody to confirm an account number.
class Trusting : public payments::mangopay::Client {
public:
    using Client::Client;
    payments::Outcome send(const payments::Command& command, const std::string& key) override
    {
        auto outcome = Client::send(command, key);
        auto* made = std::get_if<payments::Succeeded>(&outcome);
        const bool is_recipient = std::holds_alternative<payments::NewRecipient>(command);
        if (made != nullptr && is_recipient) made->resource.state = "ACTIVE";
        return outcome;
    }
};

TEST_F(Payee, IsReadyAtOnceWhereMangopayAsksForNoAuthentication)
{
    accept_texts(ben);
    EXPECT_EQ(post("/v1/me/identity-verification", json::object(), ben.bearer).status, 201);
    decide_identity(ben);
    authenticate(ben);
    Trusting trusting({{stand_in.url(), "entremise-demo", "demo-api-key"}, true},
                      payments::mangopay::curl_http({}), clock);
    use_gateway(trusting);

    EXPECT_EQ(register_bank_account(ben).status, 201);
    EXPECT_EQ(hurdles(), are({}));
    EXPECT_EQ(get("/v1/me/payable", ben.bearer).body["payable"], true);
    use_gateway(mangopay);
}

TEST_F(Payee, LeavesNoTraceOfItsAccountNumber)
{
    testing::internal::CaptureStderr();
    app.log_requests = true;
    accept_texts(ben);
    post("/v1/me/identity-verification", json::object(), ben.bearer);
    authenticate(ben);
    fault("server_error_after", "POST /users/:id/recipients");
    EXPECT_EQ(register_bank_account(ben).status, 202);
    heal();
    EXPECT_EQ(count("payout_recipients"), 1);
    register_bank_account(ben, "FR76 3000 4000 0312 3456 7890 143");
    post("/v1/me/payout-recipient", {{"iban", iban}, {"unknown", 1}}, ben.bearer);
    const auto log = testing::internal::GetCapturedStderr();

    EXPECT_FALSE(log.empty());
    for (const std::string trace : {iban, "3000400003123456789"}) {
        EXPECT_EQ(log.find(trace), std::string::npos);
        EXPECT_FALSE(rests_anywhere(databases.folder(), trace));
        for (const auto* table : {"money_operations", "money_operation_steps", "payout_recipients",
                                  "payment_accounts", "events", "idempotency_keys", "audit_log"}) {
            EXPECT_FALSE(in_table(table, trace)) << table;
        }
    }
    // The same scanners find it where it was put on purpose.
    db.transaction([&](domain::Transaction& tx) {
        tx.run("INSERT INTO audit_log VALUES ('x', 0, 'a', 'b', 'c', :iban)", std::string(iban));
    });
    EXPECT_TRUE(in_table("audit_log", iban));
    EXPECT_TRUE(databases.on_postgresql() || rests_anywhere(databases.folder(), iban));
}

TEST_F(Payee, IsToldWhomToAskWhenMangopayBlocksIt)
{
    const auto bea = given_a_verified_provider();
    const auto block = [&](bool inflows, bool outflows, const std::string& code) {
        stand_in.control("POST", "/users/" + user_of(bea, Role::owner) + "/block",
                         {{"Inflows", inflows}, {"Outflows", outflows}, {"ActionCode", code}});
        settle_down();
        return get("/v1/me/payout-eligibility", bea.bearer).body;
    };
    for (const auto& [inflows, outflows] : {std::pair{true, false}, std::pair{false, true}}) {
        const auto told = block(inflows, outflows, "008702");
        EXPECT_EQ(told["eligible"], false);
        const auto& hurdle = told["hurdles"][0];
        EXPECT_EQ(hurdle["code"], "blocked_by_mangopay");
        EXPECT_EQ(hurdle["action"], "contact_support");
        EXPECT_EQ(hurdle["link"], "mailto:" + platform.company.contact_email);
        EXPECT_EQ(hurdle["details"], json{"008702"});
    }
    EXPECT_EQ(block(false, false, "")["eligible"], true);
}

/// Mangopay's renewals, the first of which fall due on 1 December 2026.
class Renewals : public Payee {
protected:
    Someone bea = given_a_verified_provider();
    std::string user = user_of(bea, Role::owner);
    std::size_t before = mailbox.to(bea.email).size();

    std::size_t told() { return mailbox.to(bea.email).size() - before; }
    std::string days_from_now(int days)
    {
        return domain::to_text(domain::day_in_paris(now + std::chrono::days{days}));
    }
    void ask_renewal(const std::string& deadline)
    {
        stand_in.control("POST", "/users/" + user + "/renewal", {{"KycRenewalDeadline", deadline}});
        settle_down();
    }
    json eligibility() { return get("/v1/me/payout-eligibility", bea.bearer).body; }
};

TEST_F(Renewals, AreToldWithTheirDayAndAgainAsItComesNear)
{
    EXPECT_TRUE(eligibility()["verify_again_before"].is_null());
    const auto deadline = days_from_now(90);
    ask_renewal(deadline);
    EXPECT_EQ(told(), 1u);
    const auto mail = mailbox.to(bea.email).back();
    const auto day =
        deadline.substr(8, 2) + "/" + deadline.substr(5, 2) + "/" + deadline.substr(0, 4);
    EXPECT_NE(mail.bytes.find(day), std::string::npos) << mail.bytes;
    EXPECT_NE(mail.bytes.find("/account/payments"), std::string::npos);
    EXPECT_EQ(eligibility()["verify_again_before"], deadline);
    EXPECT_EQ(eligibility()["eligible"], true) << "until its day";

    const std::pair<int, std::size_t> told_after[] = {{59, 1}, {1, 2}, {22, 2}, {1, 3},
                                                      {5, 3},  {1, 4}, {2, 4}};
    for (const auto& [days, times] : told_after) {
        travel(std::chrono::days{days});
        run_jobs();
        run_jobs();
        EXPECT_EQ(told(), times) << deadline << " on " << days_from_now(0);
    }
}

TEST_F(Renewals, EndWithTheVerification)
{
    ask_renewal(days_from_now(90));
    EXPECT_EQ(post("/v1/me/identity-verification", json::object(), bea.bearer).status, 201)
        << "at once, though it is verified";
    decide_identity(bea);
    settle_down();
    EXPECT_TRUE(eligibility()["verify_again_before"].is_null());
    travel(std::chrono::days{70});
    run_jobs();
    EXPECT_EQ(told(), 1u);

    ask_renewal(days_from_now(5));
    EXPECT_EQ(told(), 2u) << "another deadline is told anew";
}

TEST_F(Renewals, ThatWereMissedAreToBeMadeUpFor)
{
    ask_renewal(days_from_now(3));
    travel(std::chrono::days{5});
    stand_in.control("POST", "/users/" + user + "/kyc", {{"KYCLevel", "LIGHT"}});
    settle_down();
    const auto hurdle = eligibility()["hurdles"][0];
    EXPECT_EQ(hurdle["code"], "identity_out_of_date");
    EXPECT_EQ(hurdle["action"], "verify_identity");

    EXPECT_EQ(post("/v1/me/identity-verification", json::object(), bea.bearer).status, 201);
    decide_identity(bea);
    EXPECT_EQ(eligibility()["eligible"], true);
}

/// Nobody has to come by: neither Mangopay, which takes the level away some time later, nor a job.
TEST_F(Renewals, ThatWereMissedCountFromTheInstantOfTheirDeadline)
{
    const auto ana = given_a_client();
    const auto order = given_an_order(ana, bea);
    const auto deadline = domain::day_in_paris(now + std::chrono::days{3});
    ask_renewal(domain::to_text(deadline));
    const auto until_then = domain::start_of_day_in_paris(deadline) - now;
    travel(until_then - std::chrono::microseconds{1});
    EXPECT_EQ(eligibility()["eligible"], true);
    EXPECT_EQ(get("/v1/me/payable", bea.bearer).body["payable"], true);

    travel(std::chrono::microseconds{1});
    const auto hurdle = eligibility()["hurdles"][0];
    EXPECT_EQ(hurdle["code"], "identity_out_of_date");
    EXPECT_EQ(hurdle["action"], "verify_identity");
    EXPECT_EQ(get("/v1/me/payable", bea.bearer).body["reasons"][0], "identity_not_verified");
    EXPECT_EQ(pay(order, ana).status, 409) << "said before the client pays";

    EXPECT_EQ(post("/v1/me/identity-verification", json::object(), bea.bearer).status, 201);
    decide_identity(bea);
    EXPECT_EQ(eligibility()["eligible"], true);
    EXPECT_EQ(pay(order, ana).status, 201);
}

class Hooks : public Payee {};

TEST_F(Hooks, AreTakenOnTheirSecretPathAndInSilence)
{
    const std::string path = "/hooks/mangopay/" + app.hook_secret;
    const auto before = count("hooks");
    EXPECT_EQ(get("/hooks/mangopay/wrong?EventType=USER_KYC_LIGHT&RessourceId=x&Date=1").status,
              404);
    EXPECT_EQ(get(path + "?EventType=&RessourceId=&Date=").status, 200);
    EXPECT_EQ(get(path + "?EventType=BRAND_NEW&RessourceId=x&Date=1").status, 200);
    EXPECT_EQ(get(path + "?EventType=PAYIN_NORMAL_CREATED&RessourceId=../users&Date=1").status,
              200);
    EXPECT_EQ(
        call("HEAD", path + "?EventType=PAYIN_NORMAL_CREATED&RessourceId=payin_x&Date=1", "", {})
            .status,
        200);
    EXPECT_EQ(count("hooks"), before);

    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(get(path + "?EventType=PAYIN_NORMAL_CREATED&RessourceId=payin_x&Date=1").status,
                  200);
    }
    EXPECT_EQ(count("hooks"), before + 1);
    run_jobs(); // nobody's pay-in, so far: asked for again, and nothing follows
    EXPECT_EQ(count("ledger_transactions"), 0);
}

TEST_F(Hooks, ExistForEveryTypeAndAreRepaired)
{
    const auto hooks = mangopay.hooks();
    EXPECT_GT(hooks.size(), 20U);
    for (const auto& hook : hooks) {
        EXPECT_TRUE(hook.enabled && hook.valid) << hook.event_type;
        EXPECT_EQ(hook.url, context.hook_url);
    }
}

} // namespace
