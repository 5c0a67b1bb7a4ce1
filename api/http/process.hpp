#pragma once

namespace api::http {

/// What a process that serves needs once, before its first Server: SIGPIPE ignored (a client
/// that resets would end the process) and as many file descriptors as the hard limit allows,
/// two for each connection.
void prepare_process();

} // namespace api::http
