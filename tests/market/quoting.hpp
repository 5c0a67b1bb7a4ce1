#pragma once

#include <string>

#include "tests/support/trading.hpp"

namespace tests {

/// Quotes of ben to ana.
class Quotes : public Trading {
protected:
    Someone carl = given_a_payable_provider("Carl");
    Someone eve = given_a_client("Eve");

    Answer offer(const json& body)
    {
        return post("/v1/requests/" + text(given_a_request()) + "/quotes", body, ben.bearer);
    }
    Answer revise(const json& quote, const json& body, const std::string& etag)
    {
        return call("POST", "/v1/quotes/" + text(quote) + "/versions", body.dump(),
                    {.bearer = ben.bearer, .headers = {{"if-match", etag}}});
    }
};

} // namespace tests
