#include "invoicing/model/chain.hpp"

#include "domain/core/crypto.hpp"

namespace invoicing {

std::string commitment_of(std::string_view salt, std::string_view record)
{
    return domain::sha256_hex(std::string(salt).append(record));
}

std::string linked(std::string_view previous, std::string_view commitment)
{
    return domain::sha256_hex(std::string(previous).append(commitment));
}

} // namespace invoicing
