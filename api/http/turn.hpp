#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "api/http/engine.hpp"

namespace api::http {

/// One turn of one busy connection on its reactor thread: answers every complete request
/// that is there, sends the answers together, and gives the connection back or hands it on.
class Turn {
public:
    Turn(Engine& engine, const ConnectionPtr& connection);

    /// True when at least one request was answered.
    bool run(std::string_view input);

private:
    enum class Next : std::uint8_t {
        go_on,
        pause,  // nothing complete is left
        yield,  // enough for one turn
        finish, // the last answer of this connection is written
        leave,  // the pool or the writer has the connection now
    };

    Next step(std::string_view& input);
    Next on_head(std::string_view rest);
    Next on_request();
    Next unrouted(const Request& request, Manner manner);
    Next refuse(Trouble trouble);
    Next to_pool(Head head, Manner manner);
    Next answer(Response response, const Request* request, Manner manner);
    /// False when the writer has the rest, or the connection is broken.
    bool flush(bool keep_alive);

    Engine& engine_;
    const ConnectionPtr& connection_;
    Parser& parser_;
    std::string& out_;
    Connection::Clock::time_point received_;
    int answered_ = 0;
};

} // namespace api::http
