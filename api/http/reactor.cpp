#include "api/http/reactor.hpp"

#include <pistache/peer.h>
#include <pistache/transport.h>
#include <sys/socket.h>

#include <string_view>

namespace api::http {

namespace {

constexpr const char* connection_data = "c";

/// Pistache reads one socket until it is empty. A client whose next request is always there
/// already would keep the thread for itself: after so many answers it goes to the back.
constexpr int turns_max = 4;

ConnectionPtr connection_of(const std::shared_ptr<Pistache::Tcp::Peer>& peer)
{
    return std::static_pointer_cast<Connection>(peer->tryGetData(connection_data));
}

} // namespace

void Reactor::onConnection(const PeerPtr& peer)
{
    // Pistache's look for idle clients wants every peer to have one; it is never fed.
    peer->putData(ParserData, unused_parser_);
    if (peer == mailbox_peer_) return;
    try {
        connect(peer);
    } catch (...) { // Out of descriptors or memory: this client only.
        ::shutdown(peer->fd(), SHUT_RDWR);
    }
}

void Reactor::connect(const PeerPtr& peer)
{
    if (!mailbox_) open_mailbox();
    auto connection = std::make_shared<Connection>(peer->fd(), peer->address().host(), mailbox_,
                                                   engine_->connections());
    peer->putData(connection_data, connection);
    engine_->connected(connection);
}

void Reactor::open_mailbox()
{
    mailbox_ = engine_->open_mailbox();
    const Pistache::Address nowhere(Pistache::Ipv4::loopback(), Pistache::Port(0));
    mailbox_peer_ = Pistache::Tcp::Peer::Create(mailbox_->reading_end(), nowhere);
    transport()->handleNewPeer(mailbox_peer_);
}

void Reactor::onInput(const char* buffer, std::size_t length, const PeerPtr& peer)
{
    try {
        if (peer == mailbox_peer_) {
            for (const ConnectionPtr& connection : mailbox_->take())
                engine_->resume(connection);
            last_ = nullptr;
        } else {
            read(peer, {buffer, length});
        }
    } catch (...) { // Out of memory: this client only.
        ::shutdown(peer->fd(), SHUT_RDWR);
    }
}

void Reactor::read(const PeerPtr& peer, std::string_view bytes)
{
    const ConnectionPtr connection = connection_of(peer);
    if (!connection) return;
    if (peer.get() != last_) turns_ = 0;
    last_ = peer.get();
    if (turns_ >= turns_max) {
        turns_ = 0;
        engine_->defer(connection, bytes);
    } else if (engine_->input(connection, bytes)) {
        ++turns_;
    }
}

void Reactor::onDisconnection(const PeerPtr& peer)
{
    if (const ConnectionPtr connection = connection_of(peer)) engine_->disconnected(connection);
}

} // namespace api::http
