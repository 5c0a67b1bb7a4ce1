#pragma once

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <string>

#include "domain/core/crypto.hpp"
#include "jobs/worker.hpp"
#include "ops/assets/description.hpp"
#include "ops/assets/embedded.hpp"
#include "ops/installation/policy_folder.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/mailbox.hpp"
#include "tests/support/transport.hpp"

namespace tests {

using nlohmann::json;

/// What came back from the API.
struct Answer {
    int status = 0;
    json body;
    std::string bytes;
    std::map<std::string, std::string> headers;

    std::string header(const std::string& name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
};

/// What a call may carry beside its body.
struct With {
    std::string bearer{};
    std::map<std::string, std::string> headers{};
    std::string key{}; // Idempotency-Key; a fresh one by default
};

inline std::string embedded(std::string_view path)
{
    for (const auto& file : ops::embedded()) {
        if (file.path == path) return std::string(file.text);
    }
    throw std::runtime_error("not embedded: " + std::string(path));
}

/// A whole marketplace on databases of its own, with a clock that stands still until a test
/// moves it. Calls are read, routed and answered as the transport does it, without sockets.
class Marketplace : public ::testing::Test {
protected:
    static constexpr auto start =
        std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{9};

    domain::Instant now = start;
    domain::Clock clock = [this] { return now; };
    Databases databases;
    domain::Vault vault{domain::SecretKey::of(std::string(32, 'm')), databases.keys, 8, clock};
    domain::Database db{databases.data, "", 16, clock, vault};
    domain::Platform platform = some_platform();
    domain::policy::Policy policy = domain::policy::Policy::parse(
        embedded("ops/policies/retouche/policy.json"), embedded("ops/policies/floors.json"));
    api::Metrics metrics;
    api::App app{db, vault, policy, platform, metrics};
    Transport transport{app};
    Mailbox mailbox;
    jobs::Context context{db, vault, platform, policy, nullptr, &mailbox};

    Marketplace()
    {
        app.log_requests = false;
        app.description = ops::description(policy);
        app.hook_secret = "hook-secret-of-the-tests-0123456789";
    }

    static domain::Platform some_platform()
    {
        domain::Platform some;
        some.texts = domain::platform::Texts(ops::PolicyFolder("retouche").texts());
        some.company = {.name = "Entremise Démo SAS",
                        .legal_form = "SAS",
                        .capital = "10 000 EUR",
                        .siren = "732829320",
                        .siret = "73282932000074",
                        .vat_number = "FR44732829320",
                        .rcs_city = "Paris",
                        .address = {"1 rue de la Paix", "", "75002", "Paris", "FR"},
                        .contact_email = "contact@entremise.example"};
        return some;
    }

    /// Carries out one request; `target` is path and query.
    Answer call(const std::string& method, const std::string& target, const std::string& body,
                const With& with)
    {
        auto headers = with.headers;
        headers.emplace("host", "entremise.test");
        if (!body.empty()) headers.emplace("content-type", "application/json");
        if (!with.bearer.empty()) headers.emplace("authorization", "Bearer " + with.bearer);
        if (method == "POST") {
            headers.emplace("idempotency-key", with.key.empty() ? domain::uuid_v4() : with.key);
        }
        if (!body.empty()) headers.emplace("content-length", std::to_string(body.size()));
        auto bytes = method + " " + target + " HTTP/1.1\r\n";
        for (const auto& [name, value] : headers)
            bytes.append(name).append(": ").append(value).append("\r\n");
        return received(transport.carry(bytes + "\r\n" + body));
    }

    Answer get(const std::string& target, const std::string& bearer = "")
    {
        return call("GET", target, "", {.bearer = bearer});
    }
    Answer post(const std::string& target, const json& body, const std::string& bearer = "")
    {
        return call("POST", target, body.is_null() ? "" : body.dump(), {.bearer = bearer});
    }
    Answer put(const std::string& target, const json& body, const std::string& bearer,
               const std::string& etag = "")
    {
        return edit("PUT", target, body, bearer, etag);
    }
    Answer patch(const std::string& target, const json& body, const std::string& bearer,
                 const std::string& etag = "")
    {
        return edit("PATCH", target, body, bearer, etag);
    }
    Answer del(const std::string& target, const std::string& bearer)
    {
        return call("DELETE", target, "", {.bearer = bearer});
    }

    /// Does everything that is due now, and what follows from it.
    int run_jobs() { return jobs::run_until_idle(context, "test"); }

    std::int64_t count(const std::string& table)
    {
        return db.read([&](domain::Transaction& tx) {
            return tx.one<std::int64_t>("SELECT COUNT(*) FROM " + table);
        });
    }

private:
    Answer edit(const std::string& method, const std::string& target, const json& body,
                const std::string& bearer, const std::string& etag)
    {
        With with{.bearer = bearer};
        if (!etag.empty()) with.headers["if-match"] = etag;
        return call(method, target, body.is_null() ? "" : body.dump(), with);
    }

    static Answer received(api::http::Response response)
    {
        Answer answer{response.status, {}, response.body, {}};
        for (const auto& header : response.headers)
            answer.headers[header.name] = header.value;
        if (response.stream) {
            std::string chunk;
            while (response.stream(chunk))
                answer.bytes += chunk;
        }
        if (answer.header("content-type").find("json") != std::string::npos) {
            answer.body = json::parse(answer.bytes, nullptr, false);
        }
        return answer;
    }
};

} // namespace tests
