#pragma once

#include <gtest/gtest.h>

#include <string>

#include "domain/core/crypto.hpp"
#include "jobs/worker.hpp"
#include "ops/assets/description.hpp"
#include "ops/assets/embedded.hpp"
#include "ops/installation/picture_helper.hpp"
#include "ops/installation/policy_folder.hpp"
#include "tests/support/answer.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/mailbox.hpp"
#include "tests/support/the_site.hpp"

namespace tests {

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
        app.reencode = ops::PictureHelper(BINARY_DIR "/entremise-pictures");
        app.budgets = {1000, 1000, 1000, 1000}; // stories are told by few people in one moment
        app.description = ops::description(policy);
        app.site = &the_site();
        app.web_origins = {platform.web_url};
        app.hook_secret = "hook-secret-of-the-tests-0123456789";
    }

    static domain::Platform some_platform()
    {
        domain::Platform some;
        some.texts = domain::platform::Texts(ops::PolicyFolder("retouche").texts());
        some.company = {
            .name = "Entremise Démo SAS",
            .legal_form = "SAS",
            .capital = "10 000 EUR",
            .siren = "732829320",
            .siret = "73282932000074",
            .vat_number = "FR44732829320",
            .rcs_city = "Paris",
            .address = {"1 rue de la Paix", "", "75002", "Paris", domain::Country::of("FR")},
            .contact_email = "contact@entremise.example",
            .oversight_email = "direction@entremise.example"};
        return some;
    }

    /// Carries out one request; `target` is path and query.
    Answer call(const std::string& method, const std::string& target, const std::string& body,
                const With& with)
    {
        return called(transport, method, target, body, with);
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
};

} // namespace tests
