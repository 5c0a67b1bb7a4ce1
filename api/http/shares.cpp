#include "api/http/shares.hpp"

namespace api::http {

namespace {

constexpr std::chrono::minutes remembered{1};

} // namespace

std::size_t Shares::next_turn_of(const std::string& holder)
{
    forget_former();
    const auto share = shares_.find(holder);
    return share == shares_.end() ? 1 : share->second.lately + 1;
}

bool Shares::is_spent_by(const Claim& claim) const
{
    const auto share = shares_.find(claim.holder);
    if (each_max_ == 0 || share == shares_.end()) return false;
    return share->second.works >= each_max_ && !share->second.same.contains(claim.work);
}

void Shares::take(const Claim& claim)
{
    if (claim.holder.empty()) return;
    auto& share = shares_[claim.holder];
    if (claim.work.empty() || ++share.same[claim.work] == 1) ++share.works;
    ++share.lately;
    lately_.emplace_back(Clock::now(), claim.holder);
}

void Shares::give_back(const Claim& claim)
{
    const auto found = shares_.find(claim.holder);
    if (found == shares_.end()) return;
    auto& share = found->second;
    if (claim.work.empty()) {
        --share.works;
    } else if (const auto same = share.same.find(claim.work); --same->second == 0) {
        share.same.erase(same);
        --share.works;
    }
    drop_if_empty(found);
}

void Shares::forget_former()
{
    const auto since = Clock::now() - remembered;
    for (; !lately_.empty() && lately_.front().first < since; lately_.pop_front()) {
        const auto share = shares_.find(lately_.front().second);
        --share->second.lately;
        drop_if_empty(share);
    }
}

void Shares::drop_if_empty(std::map<std::string, Share>::iterator share)
{
    if (share->second.works == 0 && share->second.lately == 0) shares_.erase(share);
}

} // namespace api::http
