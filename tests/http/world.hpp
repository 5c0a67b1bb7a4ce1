#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "api/http/server.hpp"
#include "tests/http/client.hpp"

namespace tests::http {

/// A door that slow handlers wait at until a test opens it.
class Gate {
public:
    void close();
    void open();
    /// What a handler does: counts itself, and waits.
    void pass();
    int waiting() const;
    /// How many came so far, waiting or through.
    int passed() const;

private:
    mutable std::mutex mutex_;
    std::condition_variable opened_;
    bool open_ = true;
    int waiting_ = 0;
    int passed_ = 0;
};

struct World {
    Gate gate;
    api::http::Server server;

    explicit World(api::http::Options options);
};

/// One thread for HTTP, so that whoever blocks it is seen at once; one for each pool.
/// Time-outs that no test waits for.
api::http::Options patient();

/// Time-outs of a fraction of a second.
api::http::Options impatient();

/// Pistache leaks descriptors for each server: the whole binary shares these two.
World& patient_world();
World& impatient_world();

/// The n-th piece of /stream, 64 KiB that tell where they belong; 320 of them.
std::string piece_of_stream(std::size_t n);
std::string whole_stream();

} // namespace tests::http
