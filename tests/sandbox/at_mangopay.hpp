#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/support/stand_in.hpp"

namespace tests {

using nlohmann::json;

/// A platform with the stand-in, and what stories need again and again. Requests bear a token.
class AtMangopay : public ::testing::Test {
protected:
    StandIn stand_in;
    std::string token = fresh_token();

    static constexpr auto client = "entremise-demo";

    /// Every cent is accounted for after every story.
    void TearDown() override
    {
        const auto state = stand_in.state();
        EXPECT_TRUE(state.at("balanced").get<bool>()) << state;
    }

    WireAnswer issue_token(const std::string& basic);
    std::string fresh_token();

    WireAnswer call(const std::string& method, const std::string& path, const json& body = nullptr,
                    const std::string& key = "");
    WireAnswer get(const std::string& path) { return call("GET", path); }
    WireAnswer put(const std::string& path, const json& body) { return call("PUT", path, body); }
    WireAnswer post(const std::string& path, const json& body, const std::string& key = "")
    {
        return call("POST", path, body, key);
    }

    /// The member of an answer that must have had status 200 (or 201).
    static json good(const WireAnswer& answer);
    static std::string id_of(const WireAnswer& answer) { return good(answer).at("Id"); }
    static std::string type_of(const WireAnswer& answer) { return answer.json().at("Type"); }

    /// Sends a page's form, as a browser or curl would; the answer redirects.
    WireAnswer submit(const std::string& page_url, const std::string& form);

    static json payer();
    static json owner();
    static json eur(std::int64_t cents) { return {{"Currency", "EUR"}, {"Amount", cents}}; }
    static json recipient_fields(const std::string& iban = "FR7630004000031234567890143");

    std::string given_payer() { return id_of(post("/sca/users/natural", payer())); }
    std::string given_owner(); // enrolled and REGULAR
    std::string given_wallet(const std::string& user);
    std::string given_recipient(const std::string& owner); // ACTIVE

    json payin_fields(const std::string& author, const std::string& wallet, std::int64_t cents);
    /// A wallet of the payer's that holds that much.
    std::string given_funds(const std::string& author, std::int64_t cents);

    WireAnswer transfer(const std::string& author, const std::string& from, const std::string& to,
                        std::int64_t cents, std::int64_t fees);
    std::int64_t balance(const std::string& wallet); // behind the API, so without SCA
};

} // namespace tests
