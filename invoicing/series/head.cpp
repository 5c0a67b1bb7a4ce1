#include "invoicing/series/head.hpp"

#include "domain/core/crypto.hpp"
#include "domain/core/crypto_signing.hpp"

namespace invoicing::series {

namespace {

std::string signed_text_of(const Head& head)
{
    return domain::vault::signed_text(purpose_of(head), signed_lines(head));
}

} // namespace

std::string purpose_of(const Head& head)
{
    return "entremise series head " + std::to_string(head.version);
}

std::vector<std::string> signed_lines(const Head& head)
{
    return {head.series, std::to_string(head.position),   head.number,
            head.hash,   domain::to_text(head.signed_at), head.head_before};
}

std::string hash_of(const Head& head)
{
    return domain::sha256_hex(signed_text_of(head));
}

bool is_signed(const Head& head, const std::vector<domain::vault::SigningKey>& keys)
{
    const auto* key = find_key(keys, head.key_id);
    return key != nullptr &&
           domain::ed25519::verifies(key->public_key, signed_text_of(head),
                                     domain::from_base64(head.signature).value_or(""));
}

} // namespace invoicing::series
