#include "api/pipeline/origin.hpp"

namespace api {

namespace {

constexpr std::size_t user_agent_max = 300;
constexpr std::size_t address_max = 45; // the longest IPv6 notation

bool is_this_machine(std::string_view address)
{
    return address == "::1" || address.starts_with("127.") || address.starts_with("unix") ||
           address.empty();
}

} // namespace

domain::accounts::ConnectionOrigin origin_of(const http::Request& request)
{
    domain::accounts::ConnectionOrigin origin{request.remote_address, {}};
    const auto told = request.header("x-real-ip");
    if (told && is_this_machine(request.remote_address)) {
        origin.address = std::string(told->substr(0, address_max));
    }
    origin.user_agent =
        std::string(request.header("user-agent").value_or("").substr(0, user_agent_max));
    return origin;
}

} // namespace api
