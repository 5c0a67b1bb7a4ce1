#include "invoicing/audit/heads.hpp"

#include "domain/vault/signer.hpp"
#include "invoicing/series/head_store.hpp"

namespace invoicing::audit {

namespace {

using namespace domain;

void look_at(const series::HeldHead& one, const std::vector<vault::SigningKey>& keys,
             Report& report)
{
    const auto& head = one.head;
    const auto fault = [&](Code code) {
        report.add({head.series, head.number, head.position, code,
                    "signed at " + to_text(head.signed_at)});
    };
    const bool is_ours = is_signed(head, keys);
    const bool is_held = one.held == head.hash;
    if (!is_ours) fault(Code::head_unsigned);
    if (!is_held) fault(Code::head_not_in_chain);
    if (is_ours && is_held) report.series[head.series].signed_up_to = head.position;
}

} // namespace

void look_at_heads(Transaction& tx, Report& report)
{
    const auto keys = vault::signing_keys_of(tx.vault);
    if (const auto* key = find_unattested(keys))
        report.add({{}, key->id, 0, Code::signing_key_unattested, {}});
    for (auto heads = series::heads_after(tx, "", 0); !heads.empty();) {
        for (const auto& one : heads)
            look_at(one, keys, report);
        const auto& last = heads.back().head;
        heads = series::heads_after(tx, last.series, last.position);
    }
}

} // namespace invoicing::audit
