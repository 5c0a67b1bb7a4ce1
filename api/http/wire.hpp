#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/http/message.hpp"

namespace api::http {

/// How an answer leaves, decided by its request and by the state of the server.
struct Manner {
    bool keep_alive = true;
    bool head_only = false; // HEAD: the head of GET, without its body
    bool http_1_0 = false;
};

/// Appends the answer's head, and its body unless it is a stream, is asked for by HEAD, or
/// has a status without one. Content-Length, Transfer-Encoding and Connection are ours, whatever
/// the handler set; Date is the wall clock's unless the handler set one. A header or status that
/// cannot be sent is a Bug.
void append_answer(std::string& out, const Response& response, Manner manner);

/// "OK" for 200; "" for a status without a name.
std::string_view reason(int status);

/// No Content and Not Modified end with their head.
bool has_no_body(int status);

/// A chunk of a stream in its frame; an empty one ends the stream.
void append_chunk(std::string& out, std::string_view chunk);

/// Sends what the socket takes at once. Nothing when the connection is broken.
std::optional<std::size_t> send_now(int socket, std::string_view bytes);

} // namespace api::http
