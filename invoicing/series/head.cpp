#include "invoicing/series/head.hpp"

#include "domain/core/crypto_signing.hpp"

namespace invoicing::series {

std::vector<std::string> signed_lines(const Head& head)
{
    return {head.series, std::to_string(head.position), head.number, head.hash,
            domain::to_text(head.signed_at)};
}

bool is_signed(const Head& head, const std::vector<domain::vault::SigningKey>& keys)
{
    const auto* key = find_key(keys, head.key_id);
    return key != nullptr &&
           domain::ed25519::verifies(key->public_key,
                                     domain::vault::signed_text(head_purpose, signed_lines(head)),
                                     domain::from_base64(head.signature).value_or(""));
}

} // namespace invoicing::series
