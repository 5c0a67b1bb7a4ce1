#include <algorithm>
#include <array>

#include "api/http/wire.hpp"

namespace api::http {

namespace {

struct Named {
    int status;
    std::string_view phrase;
};

constexpr std::array named{
    Named{200, "OK"},
    Named{201, "Created"},
    Named{202, "Accepted"},
    Named{204, "No Content"},
    Named{206, "Partial Content"},
    Named{301, "Moved Permanently"},
    Named{302, "Found"},
    Named{303, "See Other"},
    Named{304, "Not Modified"},
    Named{307, "Temporary Redirect"},
    Named{308, "Permanent Redirect"},
    Named{400, "Bad Request"},
    Named{401, "Unauthorized"},
    Named{402, "Payment Required"},
    Named{403, "Forbidden"},
    Named{404, "Not Found"},
    Named{405, "Method Not Allowed"},
    Named{406, "Not Acceptable"},
    Named{408, "Request Timeout"},
    Named{409, "Conflict"},
    Named{410, "Gone"},
    Named{411, "Length Required"},
    Named{412, "Precondition Failed"},
    Named{413, "Content Too Large"},
    Named{415, "Unsupported Media Type"},
    Named{416, "Range Not Satisfiable"},
    Named{422, "Unprocessable Content"},
    Named{428, "Precondition Required"},
    Named{429, "Too Many Requests"},
    Named{431, "Request Header Fields Too Large"},
    Named{451, "Unavailable For Legal Reasons"},
    Named{500, "Internal Server Error"},
    Named{501, "Not Implemented"},
    Named{502, "Bad Gateway"},
    Named{503, "Service Unavailable"},
    Named{504, "Gateway Timeout"},
};

} // namespace

std::string_view reason(int status)
{
    const auto found = std::ranges::find(named, status, &Named::status);
    return found == named.end() ? std::string_view() : found->phrase;
}

} // namespace api::http
