#pragma once

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "api/route.hpp"
#include "domain/core/crypto.hpp"
#include "jobs/worker.hpp"
#include "ops/description.hpp"
#include "ops/embedded.hpp"
#include "ops/texts.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/mailbox.hpp"

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

inline std::string slurp(const std::string& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

/// Compares with tests/golden/<name>; UPDATE_GOLDEN=1 rewrites the file instead.
inline void expect_golden(const std::string& name, const std::string& actual)
{
    const auto path = std::string(SOURCE_DIR "/tests/golden/") + name;
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(std::filesystem::path(path).parent_path());
        std::ofstream(path) << actual;
    }
    EXPECT_EQ(slurp(path), actual)
        << "If this is intended: UPDATE_GOLDEN=1 and run again, then review the diff.";
}

inline std::string embedded(std::string_view path)
{
    for (const auto& file : ops::embedded()) {
        if (file.path == path) return std::string(file.text);
    }
    throw std::runtime_error("not embedded: " + std::string(path));
}

/// A whole marketplace on databases of its own, with a clock that stands still until a test
/// moves it. Calls go through the API's frame exactly as the transport makes them.
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
    domain::privacy::Policy policy = domain::privacy::Policy::parse(
        embedded("ops/policies/retouche.json"), embedded("ops/policies/floors.json"));
    api::Metrics metrics;
    api::App app{db, vault, policy, platform, metrics};
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
        some.texts = ops::texts();
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
        api::http::Request request;
        request.method = method;
        request.path = target.substr(0, target.find('?'));
        read_query(request, target);
        request.body = body;
        request.remote_address = "127.0.0.1";
        if (!body.empty()) request.headers.push_back({"content-type", "application/json"});
        if (!with.bearer.empty()) {
            request.headers.push_back({"authorization", "Bearer " + with.bearer});
        }
        if (method == "POST") {
            request.headers.push_back(
                {"idempotency-key", with.key.empty() ? domain::uuid_v4() : with.key});
        }
        for (const auto& [name, value] : with.headers) {
            std::erase_if(request.headers, [&](const auto& header) { return header.name == name; });
            request.headers.push_back({name, value});
        }
        const auto* route = match(request);
        if (route == nullptr) return {404, {{"title", "no such route"}}, {}, {}};
        return received(api::answer(app, *route, request));
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

    static void read_query(api::http::Request& request, const std::string& target)
    {
        const auto mark = target.find('?');
        if (mark == std::string::npos) return;
        std::istringstream query(target.substr(mark + 1));
        for (std::string pair; std::getline(query, pair, '&');) {
            const auto equals = pair.find('=');
            request.query.emplace_back(pair.substr(0, equals),
                                       equals == std::string::npos ? "" : pair.substr(equals + 1));
        }
    }

    static std::vector<std::string> segments(std::string_view path)
    {
        std::vector<std::string> parts;
        std::istringstream stream{std::string(path)};
        for (std::string part; std::getline(stream, part, '/');)
            parts.push_back(part);
        return parts;
    }

    static const api::Route* match(api::http::Request& request)
    {
        const auto path = segments(request.path);
        const api::Route* best = nullptr;
        for (const auto& route : api::routes()) {
            const auto pattern = segments(route.pattern);
            if (route.method != request.method || pattern.size() != path.size()) continue;
            std::vector<std::pair<std::string, std::string>> captured;
            bool matches = true;
            for (std::size_t i = 0; i < path.size() && matches; ++i) {
                if (pattern[i].starts_with(":")) {
                    captured.emplace_back(pattern[i].substr(1), path[i]);
                } else {
                    matches = pattern[i] == path[i];
                }
            }
            // A literal segment wins over a captured one, as in the transport.
            if (!matches || (best != nullptr && captured.size() >= request.captured.size()))
                continue;
            best = &route;
            request.captured = captured;
        }
        return best;
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
