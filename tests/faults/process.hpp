#pragma once

#include <functional>
#include <optional>

#include "ops/installation/picture_helper.hpp"
#include "payments/mangopay/client.hpp"
#include "tests/faults/fault.hpp"
#include "tests/faults/kept.hpp"
#include "tests/faults/stand_in_here.hpp"
#include "tests/support/marketplace.hpp"

namespace tests {

/// What every process of a story shares.
struct Surroundings {
    domain::Clock clock;
    const domain::Platform& platform;
    const domain::policy::Policy& policy;
    StandInHere& stand_in;
    std::string hook_secret, hook_url;
};

/// The product as one process of it, just started: it remembers nothing but what is stored.
struct Process {
    Process(const Surroundings& around, const Kept& kept)
        : vault(domain::SecretKey::of(std::string(32, 'm')), kept.keys, 4, around.clock),
          db(kept.data, "", 4, around.clock, vault),
          mangopay({{StandInHere::url, StandInHere::client_id, StandInHere::api_key}, true},
                   around.stand_in.http(), around.clock),
          app{db, vault, around.policy, around.platform, metrics},
          context{db, vault, around.platform, around.policy, &mangopay, &mailbox, around.hook_url}
    {
        app.gateway = &mangopay;
        app.site = &the_site();
        app.reencode = ops::PictureHelper(BINARY_DIR "/entremise-pictures");
        app.log_requests = false;
        app.hook_secret = around.hook_secret;
        transport.emplace(app);
    }

    void watch(Fault* fault)
    {
        db.watch(fault == nullptr ? nullptr : fault->data());
        vault.keys().watch(fault == nullptr ? nullptr : fault->keys());
    }

    domain::Vault vault;
    domain::Database db;
    payments::mangopay::Client mangopay;
    api::Metrics metrics;
    api::App app;
    Mailbox mailbox;
    jobs::Context context;
    std::optional<Transport> transport;
};

/// What is done to a process while its statements fail; a job answers nothing (status 0) unless
/// it is stopped.
using Act = std::function<Answer(Process&)>;

} // namespace tests
