#pragma once

#include <string>

namespace api {

/// 16 hexadecimal digits: of one request, in its answer, its problem and the log.
std::string fresh_request_id();

} // namespace api
