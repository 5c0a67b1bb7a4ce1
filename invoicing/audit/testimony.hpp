#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "invoicing/audit/report.hpp"
#include "invoicing/model/chain.hpp"

namespace invoicing::audit {

/// What the documents of one series say about it: in whose name they are issued, and of which kind
/// its first one is, for which it was opened. What is destroyed says nothing any more.
class Testimony {
public:
    /// A row that is what its link commits to; `is_first` of its series.
    void hear(const Link& link, const Columns& row, bool is_first);

    /// The first document that says another issuer or kind than the series' row does; nothing:
    /// there is none.
    std::optional<Fault> against(const std::string& issuer_id, const std::string& kind) const;

private:
    std::map<std::string, Link> issuers_; // beside the link of the first document that names each
    std::optional<std::pair<Link, std::string>> opened_; // with that document, of that kind
};

} // namespace invoicing::audit
