#include "domain/accounts/origin.hpp"

#include <arpa/inet.h>

#include <array>

namespace domain::accounts {

std::string ConnectionOrigin::network() const
{
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
    std::string prefix;
    for (std::size_t i = 0; i < 8; ++i)
        prefix += std::to_string(bytes[i]) + ".";
    return prefix;
}

} // namespace domain::accounts
