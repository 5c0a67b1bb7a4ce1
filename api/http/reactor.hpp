#pragma once

#include <pistache/http.h>

#include <cstddef>
#include <memory>

#include "api/http/engine.hpp"

namespace api::http {

/// Pistache's door to the engine; one copy for each of its threads. Only its acceptor, its
/// epoll loops and its reading are used: its own framing loses pipelined requests, takes
/// two Content-Lengths, and spins for ever on a client that does not read (issue 949).
class Reactor : public Pistache::Http::Handler {
    HTTP_PROTOTYPE(Reactor)

public:
    explicit Reactor(Engine& engine) : engine_(&engine) {}
    Reactor(const Reactor& other) : Handler(other), engine_(other.engine_) {}
    Reactor& operator=(const Reactor&) = delete;
    ~Reactor() override = default;

private:
    using PeerPtr = std::shared_ptr<Pistache::Tcp::Peer>;

    void onConnection(const PeerPtr& peer) override;
    void onInput(const char* buffer, std::size_t length, const PeerPtr& peer) override;
    void onDisconnection(const PeerPtr& peer) override;
    void onRequest(const Pistache::Http::Request&, Pistache::Http::ResponseWriter) override {}

    void connect(const PeerPtr& peer);
    void read(const PeerPtr& peer, std::string_view bytes);
    void open_mailbox();

    Engine* engine_;
    std::shared_ptr<Mailbox> mailbox_;
    PeerPtr mailbox_peer_;
    std::shared_ptr<Pistache::Http::RequestParser> unused_parser_ =
        std::make_shared<Pistache::Http::RequestParser>(1);
    const Pistache::Tcp::Peer* last_ = nullptr;
    int turns_ = 0; // answered in a row for `last_`
};

} // namespace api::http
