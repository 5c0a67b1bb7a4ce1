#include "tests/sandbox/at_mangopay.hpp"

#include "domain/core/crypto.hpp"

namespace tests {

WireAnswer AtMangopay::issue_token(const std::string& basic)
{
    return ask(stand_in.port(), "POST", "/v2.01/oauth/token", "grant_type=client_credentials",
               {{"Authorization", "Basic " + domain::to_base64(basic)}});
}

std::string AtMangopay::fresh_token()
{
    return issue_token("entremise-demo:demo-api-key").json().at("access_token");
}

WireAnswer AtMangopay::call(const std::string& method, const std::string& path, const json& body,
                            const std::string& key)
{
    WireHeaders headers = {{"Authorization", "Bearer " + token}};
    if (!body.is_null()) headers.emplace_back("Content-Type", "application/json");
    if (!key.empty()) headers.emplace_back("Idempotency-Key", key);
    return ask(stand_in.port(), method, std::string("/v2.01/") + client + path,
               body.is_null() ? "" : body.dump(), headers);
}

json AtMangopay::good(const WireAnswer& answer)
{
    EXPECT_TRUE(answer.status == 200 || answer.status == 201) << answer.status << answer.body;
    return answer.json();
}

WireAnswer AtMangopay::submit(const std::string& page_url, const std::string& form)
{
    const auto target = page_url.substr(page_url.find('/', std::string("http://").size()));
    return ask(stand_in.port(), "POST", target, form,
               {{"Content-Type", "application/x-www-form-urlencoded"}});
}

json AtMangopay::payer()
{
    return {{"UserCategory", "PAYER"},
            {"FirstName", "Ana"},
            {"LastName", "Client"},
            {"Email", "ana@example.fr"}};
}

json AtMangopay::owner()
{
    return {{"UserCategory", "OWNER"},      {"TermsAndConditionsAccepted", true},
            {"FirstName", "Ben"},           {"LastName", "Provider"},
            {"Email", "ben@example.fr"},    {"Birthday", 0},
            {"Nationality", "FR"},          {"CountryOfResidence", "FR"},
            {"PhoneNumber", "+33611111111"}};
}

json AtMangopay::recipient_fields(const std::string& iban)
{
    const json address = {{"AddressLine1", "1 rue de la Paix"},
                          {"City", "Paris"},
                          {"PostalCode", "75002"},
                          {"Country", "FR"}};
    return {{"DisplayName", "Ben"},
            {"PayoutMethodType", "LocalBankTransfer"},
            {"RecipientType", "Individual"},
            {"Currency", "EUR"},
            {"Country", "FR"},
            {"IndividualRecipient",
             {{"FirstName", "Ben"}, {"LastName", "Provider"}, {"Address", address}}},
            {"LocalBankTransfer", {{"EUR", {{"IBAN", iban}}}}}};
}

std::string AtMangopay::given_owner()
{
    const auto id = id_of(post("/sca/users/natural", owner()));
    EXPECT_EQ(200,
              stand_in.control("POST", "/users/" + id + "/sca", {{"outcome", "accept"}}).status);
    EXPECT_EQ(204,
              stand_in.control("POST", "/users/" + id + "/kyc", {{"KYCLevel", "REGULAR"}}).status);
    return id;
}

std::string AtMangopay::given_wallet(const std::string& user)
{
    return id_of(
        post("/wallets",
             {{"Owners", json::array({user})}, {"Description", "a wallet"}, {"Currency", "EUR"}}));
}

std::string AtMangopay::given_recipient(const std::string& owner)
{
    const auto id = id_of(post("/users/" + owner + "/recipients", recipient_fields()));
    stand_in.control("POST", "/users/" + owner + "/sca", {{"outcome", "accept"}});
    return id;
}

json AtMangopay::payin_fields(const std::string& author, const std::string& wallet,
                              std::int64_t cents)
{
    return {{"AuthorId", author},
            {"CreditedWalletId", wallet},
            {"DebitedFunds", eur(cents)},
            {"Fees", eur(0)},
            {"ReturnURL", "http://platform.example/paid?s=1"},
            {"CardType", "CB_VISA_MASTERCARD"},
            {"Culture", "FR"}};
}

std::string AtMangopay::given_funds(const std::string& author, std::int64_t cents)
{
    const auto wallet = given_wallet(author);
    const auto payin = good(post("/payins/card/web", payin_fields(author, wallet, cents)));
    EXPECT_EQ(303, submit(payin.at("RedirectURL"), "decision=accept").status);
    return wallet;
}

WireAnswer AtMangopay::transfer(const std::string& author, const std::string& from,
                                const std::string& to, std::int64_t cents, std::int64_t fees)
{
    return post("/transfers", {{"AuthorId", author},
                               {"DebitedWalletId", from},
                               {"CreditedWalletId", to},
                               {"DebitedFunds", eur(cents)},
                               {"Fees", eur(fees)}});
}

std::int64_t AtMangopay::balance(const std::string& wallet)
{
    const auto state = stand_in.state();
    for (const auto& known : state.at("wallets")) {
        if (known.at("id") == wallet) return known.at("amount").get<std::int64_t>();
    }
    ADD_FAILURE() << "no wallet " << wallet;
    return 0;
}

} // namespace tests
