#include "invoicing/audit/heads.hpp"

#include "domain/vault/signer.hpp"
#include "invoicing/audit/link_store.hpp"
#include "invoicing/series/head_store.hpp"

namespace invoicing::audit {

namespace {

using namespace domain;

/// Goes over every head, by series and position.
class Heads {
public:
    Heads(std::vector<vault::SigningKey> keys, series::Anchors anchors, Report& report)
        : keys_(std::move(keys)), anchors_(std::move(anchors)), report_(report)
    {
    }

    void step(const series::HeldHead& one)
    {
        const auto& head = one.head;
        const auto hash = hash_of(head);
        const bool is_ours = is_signed(head, keys_);
        const bool is_held = one.held == head.hash;
        if (!is_ours) fault(head, Code::head_unsigned);
        if (head.head_before != (head.series == series_ ? last_hash_ : std::string()))
            fault(head, Code::head_chain_broken);
        if (!is_held) fault(head, Code::head_not_in_chain);
        if (is_ours && is_held) report_.series[head.series].signed_up_to = head.position;
        series_ = head.series;
        last_hash_ = hash;
        // One that is there, and that nobody signed, is named already.
        const auto anchor = anchors_.find(head.series);
        if (anchor != anchors_.end() && anchor->second.position == head.position &&
            (!is_ours || anchor->second.head_hash == hash))
            anchors_.erase(anchor);
    }

    /// Those whose head no step came by.
    const series::Anchors& missed() const { return anchors_; }

private:
    void fault(const series::Head& head, Code code)
    {
        report_.add({head.series, head.number, head.position, code,
                     "signed at " + to_text(head.signed_at)});
    }

    std::vector<vault::SigningKey> keys_;
    series::Anchors anchors_;
    Report& report_;
    std::string series_, last_hash_; // of the head before
};

/// What the key database remembers, and no head says any more.
void look_at_missed(Transaction& tx, const series::Anchor& anchor, Report& report)
{
    const auto fault = [&](Code code) {
        report.add({anchor.series, anchor.number, anchor.position, code,
                    "signed at " + to_text(anchor.signed_at)});
    };
    const auto held = hash_at(tx, anchor.series, anchor.position);
    if (!report.series.contains(anchor.series)) fault(Code::series_lost);
    fault(Code::head_missing);
    if (!held) {
        fault(Code::behind_anchor);
    } else if (*held != anchor.hash) {
        fault(Code::head_not_in_chain);
    }
}

} // namespace

void look_at_heads(Transaction& tx, series::Anchors anchors, Report& report)
{
    auto keys = vault::signing_keys_of(tx.vault);
    if (const auto* key = find_unattested(keys))
        report.add({{}, key->id, 0, Code::signing_key_unattested, {}});
    if (const auto damaged = vault::damaged_signing_key(tx.vault))
        report.add({{}, *damaged, 0, Code::signing_key_damaged, {}});
    Heads walk(std::move(keys), std::move(anchors), report);
    for (auto heads = series::heads_after(tx, "", 0); !heads.empty();) {
        for (const auto& one : heads)
            walk.step(one);
        const auto& last = heads.back().head;
        heads = series::heads_after(tx, last.series, last.position);
    }
    for (const auto& [_, anchor] : walk.missed())
        look_at_missed(tx, anchor, report);
}

} // namespace invoicing::audit
