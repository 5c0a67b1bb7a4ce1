#include <fstream>
#include <sstream>

#include "tests/sandbox/at_mangopay.hpp"

namespace tests {

namespace {

class Payout : public AtMangopay {
protected:
    const std::string ana = given_payer();
    const std::string ben = given_owner();
    const std::string wallet = given_wallet(ben);
    std::string account = given_recipient(ben);

    void SetUp() override { good(transfer(ana, given_funds(ana, 10'000), wallet, 10'000, 0)); }

    WireAnswer begin(std::int64_t cents, std::int64_t fees = 0)
    {
        return post("/payouts/bankwire", {{"AuthorId", ben},
                                          {"DebitedWalletId", wallet},
                                          {"BankAccountId", account},
                                          {"DebitedFunds", eur(cents)},
                                          {"Fees", eur(fees)},
                                          {"BankWireRef", "ENTREMISE 42"}});
    }
    json read(const json& made)
    {
        return good(get("/payouts/" + made.at("Id").get<std::string>()));
    }
};

class Recipient : public AtMangopay {
protected:
    const std::string ben = given_owner();

    WireAnswer registered(const json& fields)
    {
        return post("/users/" + ben + "/recipients", fields);
    }
    json read(const json& made)
    {
        return good(get("/recipients/" + made.at("Id").get<std::string>()));
    }
};

} // namespace

TEST_F(Payout, DebitsTheWalletAtOnceAndSucceedsLater)
{
    const auto made = good(begin(9'000, 100));
    EXPECT_EQ("CREATED", made.at("Status"));
    EXPECT_EQ("PENDING_RESPONSE", made.at("ModeApplied"));
    EXPECT_EQ(eur(8'900), made.at("CreditedFunds"));
    EXPECT_EQ(1'000, balance(wallet));

    stand_in.travel(std::chrono::seconds{10});
    EXPECT_EQ("SUCCEEDED", read(made).at("Status"));
    EXPECT_EQ("STANDARD", read(made).at("ModeApplied"));
    EXPECT_EQ(read(made), good(get("/payouts/bankwire/" + made.at("Id").get<std::string>())));
    EXPECT_EQ(8'900, stand_in.state().at("out"));
    EXPECT_EQ(100, balance("FEES_EUR"));
}

TEST_F(Payout, GivesTheMoneyBackWhenTheBankRefuses)
{
    stand_in.control("POST", "/faults", {{"kind", "payout_failure"}, {"result_code", "121001"}});
    const auto made = good(begin(9'000));
    EXPECT_EQ(1'000, balance(wallet));

    EXPECT_EQ(1, stand_in.control("POST", "/payouts/advance").json().at("completed"));
    EXPECT_EQ("FAILED", read(made).at("Status"));
    EXPECT_EQ("121001", read(made).at("ResultCode"));
    EXPECT_EQ(10'000, balance(wallet));
    EXPECT_EQ(1U, good(get("/events?EventType=PAYOUT_NORMAL_FAILED")).size());
}

TEST_F(Payout, ComesBackAsARefundAndStaysSucceeded)
{
    const auto made = good(begin(9'000));
    const auto id = made.at("Id").get<std::string>();
    EXPECT_EQ(409, stand_in.control("POST", "/payouts/" + id + "/return", {}).status);
    stand_in.control("POST", "/payouts/advance");

    EXPECT_EQ(204, stand_in
                       .control("POST", "/payouts/" + id + "/return",
                                {{"reason", "AC06_BLOCKED_BANKACCOUNT"}})
                       .status);
    EXPECT_EQ(409, stand_in.control("POST", "/payouts/" + id + "/return", {}).status);
    EXPECT_EQ("SUCCEEDED", read(made).at("Status"));
    const auto refunds = good(get("/payouts/" + id + "/refunds"));
    ASSERT_EQ(1U, refunds.size());
    EXPECT_EQ("SUCCEEDED", refunds.at(0).at("Status"));
    EXPECT_EQ("REFUND", refunds.at(0).at("Nature"));
    EXPECT_EQ(id, refunds.at(0).at("InitialTransactionId"));
    EXPECT_EQ("AC06_BLOCKED_BANKACCOUNT", refunds.at(0).at("RefundReason").at("RefundReasonType"));
    EXPECT_EQ(refunds.at(0), good(get("/refunds/" + refunds.at(0).at("Id").get<std::string>())));
    EXPECT_EQ(10'000, balance(wallet));
    EXPECT_EQ(1U, good(get("/events?EventType=PAYOUT_REFUND_SUCCEEDED")).size());
}

TEST_F(Payout, IsRefusedToWhomMayNotBePaid)
{
    EXPECT_EQ("001001", good(begin(10'001)).at("ResultCode"));
    stand_in.control("POST", "/users/" + ben + "/block", {{"Outflows", true}});
    EXPECT_EQ("008700", good(begin(100)).at("ResultCode"));
    stand_in.control("POST", "/users/" + ben + "/kyc", {{"KYCLevel", "LIGHT"}});
    EXPECT_EQ("002999", good(begin(100)).at("ResultCode"));
    EXPECT_EQ(10'000, balance(wallet));
}

TEST_F(Payout, NeedsAnActiveRecipientOfItsAuthor)
{
    const auto active = account;
    account = id_of(post("/users/" + ben + "/recipients", recipient_fields()));
    EXPECT_EQ(400, begin(100).status); // still PENDING
    account = "rec_nowhere";
    EXPECT_EQ("param_error", type_of(begin(100)));

    account = active;
    EXPECT_EQ("DEACTIVATED",
              good(put("/recipients/" + active, {{"Status", "DEACTIVATED"}})).at("Status"));
    EXPECT_EQ("121006", good(begin(100)).at("ResultCode"));
    EXPECT_EQ(400, put("/recipients/" + active, {{"Status", "DEACTIVATED"}}).status);
}

TEST_F(Recipient, IsActiveOnceItsOwnerHasAuthenticated)
{
    const auto made = registered(recipient_fields());
    EXPECT_EQ(201, made.status);
    const auto recipient = made.json();
    EXPECT_EQ("PENDING", recipient.at("Status"));
    submit(recipient.at("PendingUserAction").at("RedirectUrl"), "decision=accept");
    EXPECT_EQ("ACTIVE", read(recipient).at("Status"));
    EXPECT_TRUE(read(recipient).at("PendingUserAction").is_null());

    const auto refused = good(registered(recipient_fields()));
    submit(refused.at("PendingUserAction").at("RedirectUrl"), "decision=refuse");
    EXPECT_EQ("CANCELED", read(refused).at("Status"));
    EXPECT_EQ(2U, good(get("/users/" + ben + "/recipients")).size());
    for (const auto* type : {"RECIPIENT_ACTIVE", "RECIPIENT_CANCELED"}) {
        EXPECT_EQ(1U, good(get(std::string("/events?EventType=") + type)).size()) << type;
    }
}

TEST_F(Recipient, AnImpossibleAccountIsRefusedWithACodePerField)
{
    const auto wrong = recipient_fields("FR7630004000031234567890144");
    const auto refused = registered(wrong);
    EXPECT_EQ(400, refused.status);
    EXPECT_EQ("INVALID_IBAN", refused.json().at("Errors").at("LocalBankTransfer.EUR.IBAN"));
    EXPECT_EQ(400, post("/users/" + ben + "/recipients/validate", wrong).status);
    const auto valid = post("/users/" + ben + "/recipients/validate", recipient_fields());
    EXPECT_EQ(200, valid.status);
    EXPECT_EQ("", valid.body);

    auto incomplete = recipient_fields();
    incomplete["IndividualRecipient"].erase("LastName");
    incomplete["DisplayName"] = "Ben & Sons";
    const auto errors = registered(incomplete).json().at("Errors");
    EXPECT_EQ("REQUIRED", errors.at("IndividualRecipient.LastName"));
    EXPECT_EQ("INVALID_FORMAT", errors.at("DisplayName"));
}

TEST_F(Recipient, AccountNumbersAreShownAndStoredWithoutTheirDigits)
{
    const std::string iban = "FR7630004000031234567890143";
    const auto key = "0b5e0000-0000-4000-8000-000000000001";
    const auto made = good(post("/users/" + ben + "/recipients", recipient_fields(iban), key));
    const auto shown = made.at("LocalBankTransfer").at("EUR");
    EXPECT_EQ("XXXXXXXXXXXXXXXXXXXXXXX0143", shown.at("IBAN"));
    EXPECT_EQ("BNPAFRPPXXX", shown.at("BIC"));
    EXPECT_EQ(iban, iban.substr(0, 23) + shown.at("IBAN").get<std::string>().substr(23));

    for (const auto& file :
         std::filesystem::recursive_directory_iterator(stand_in.state_folder())) {
        if (!file.is_regular_file()) continue;
        std::ostringstream text;
        text << std::ifstream(file.path()).rdbuf();
        EXPECT_EQ(std::string::npos, text.str().find(iban.substr(4, 15))) << file.path();
    }
}

TEST_F(Recipient, OnlyAnEnrolledOwnerIsPaidOut)
{
    const auto ana = given_payer();
    const auto refused = post("/users/" + ana + "/recipients", recipient_fields());
    EXPECT_EQ(400, refused.status);
    EXPECT_TRUE(refused.json().at("Errors").contains("SCA"));
    auto fields = recipient_fields();
    fields["RecipientScope"] = "PAYIN";
    const auto for_refund = good(post("/users/" + ana + "/recipients", fields));
    EXPECT_EQ("PENDING", for_refund.at("Status"));
    EXPECT_EQ("ACTIVE", read(for_refund).at("Status"));

    const auto pending = id_of(post("/sca/users/natural", owner()));
    EXPECT_EQ("not_allowed_for_pending_user_action_status",
              type_of(post("/users/" + pending + "/recipients", recipient_fields())));
}

TEST_F(Recipient, TheBankComparesTheHoldersOfItsTestAccounts)
{
    const auto verdict = [&](const std::string& name) {
        auto fields = recipient_fields("FR7630001007941234567890185");
        fields["RecipientType"] = "Business";
        fields["BusinessRecipient"] = {{"BusinessName", name},
                                       {"Address", fields["IndividualRecipient"]["Address"]}};
        return good(registered(fields))
            .at("RecipientVerificationOfPayee")
            .at("RecipientVerificationCheck");
    };
    EXPECT_EQ("MATCH", verdict("EuroCorp"));
    EXPECT_EQ("CLOSE_MATCH", verdict("EuroCarp"));
    EXPECT_EQ("NO_MATCH", verdict("Ben SAS"));

    const auto methods = get("/recipients/payout-methods?country=FR&currency=EUR");
    EXPECT_EQ(json::array({"LocalBankTransfer"}), good(methods).at("AvailablePayoutMethods"));
    const auto schema = good(get("/recipients/schema?payoutMethodType=LocalBankTransfer&"
                                 "recipientType=Individual&currency=EUR&country=FR"));
    EXPECT_TRUE(schema.at("LocalBankTransfer").at("EUR").at("IBAN").at("Required").get<bool>());
}

} // namespace tests
