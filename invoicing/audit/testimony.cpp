#include "invoicing/audit/testimony.hpp"

namespace invoicing::audit {

namespace {

Fault fault_at(const Link& link, std::string about)
{
    return {link.series, link.number, link.position, Code::series_changed, std::move(about)};
}

} // namespace

void Testimony::hear(const Link& link, const Columns& row, bool is_first)
{
    if (!issuers_.contains(row.issuer_id)) issuers_.emplace(row.issuer_id, link);
    if (is_first) opened_.emplace(link, row.kind);
}

std::optional<Fault> Testimony::against(const std::string& issuer_id, const std::string& kind) const
{
    for (const auto& [issuer, link] : issuers_) {
        if (issuer != issuer_id) return fault_at(link, "the document is of issuer " + issuer);
    }
    if (!opened_ || opened_->second == kind) return {};
    return fault_at(opened_->first, "it was opened with a " + opened_->second);
}

} // namespace invoicing::audit
