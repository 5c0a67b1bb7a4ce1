#include "domain/access/session.hpp"

namespace domain::access {

using namespace std::chrono_literals;

std::string_view name(Channel channel)
{
    return channel == Channel::cookie ? "cookie" : "bearer";
}

std::optional<Channel> parse_channel(std::string_view text)
{
    if (text == "cookie") return Channel::cookie;
    if (text == "bearer") return Channel::bearer;
    return {};
}

std::chrono::seconds idle_at_most(Channel channel)
{
    return channel == Channel::cookie ? std::chrono::seconds(30min) : std::chrono::days{14};
}

bool has_ended(Channel channel, Instant last_seen, Instant expires, Instant now)
{
    return now >= expires || now - last_seen > idle_at_most(channel);
}

} // namespace domain::access
