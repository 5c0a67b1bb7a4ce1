#pragma once

#include "tests/accounts/mails.hpp"
#include "tests/support/people.hpp"

namespace tests {

/// A marketplace with somebody who signed up for real, so that signing in means something.
class Registered : public Populated {
protected:
    const std::string email = "ana@example.org";
    const std::string password = "trois chevaux bleus rêvent";

    /// Ana, signed up and verified, without a session.
    void given_ana()
    {
        sign_up(email);
        run_jobs();
        verify(token_in(mailbox.mails.back()));
    }

    Answer verify(const std::string& token)
    {
        return post("/v1/email-verifications", {{"token", token}, {"password", password}});
    }

    void sign_up(const std::string& address)
    {
        post("/v1/accounts", {{"email", address},
                              {"password", password},
                              {"roles", {"client"}},
                              {"accepted_terms", "2026-01"},
                              {"person",
                               {{"surname", "Martin"},
                                {"first_name", "Ana"},
                                {"birth_date", "1990-05-17"},
                                {"country_of_residence", "FR"},
                                {"nationality", "FR"}}}});
    }

    Answer sign_in(const json& more = json::object(), const std::string& from = "192.0.2.1")
    {
        json body = {{"email", email}, {"password", password}};
        body.update(more);
        return call("POST", "/v1/sessions", body.dump(), {.headers = {{"x-real-ip", from}}});
    }

    std::string signed_in(const json& more = json::object())
    {
        const auto answer = sign_in(more);
        EXPECT_EQ(answer.status, 201) << answer.bytes;
        return answer.body.value("token", "");
    }
};

} // namespace tests
