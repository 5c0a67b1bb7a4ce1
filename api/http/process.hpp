#pragma once

#include <cstddef>

namespace api::http {

/// What a process that serves needs once, before its first Server: SIGPIPE ignored (a client
/// that resets would end the process) and as many file descriptors as the hard limit allows,
/// two for each connection.
void prepare_process();

/// How many connections the limit on descriptors allows, leaving a quarter of them to the
/// rest of the process. Beyond it Pistache's acceptor would spin on descriptors it cannot get.
std::size_t connections_allowed();

} // namespace api::http
