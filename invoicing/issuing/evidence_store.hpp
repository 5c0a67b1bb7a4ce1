#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/storage/transaction.hpp"
#include "invoicing/model/chain.hpp"

namespace invoicing::issuing {

/// A link with what it is of, as the rows say today.
struct Evidence {
    Link link;
    std::string salt; // "": none
    std::optional<domain::Instant> destruction_ordered_at;
    bool has_row = false;
    Columns row; // of the invoice, where the link is of one
    bool has_file = false;
    FileColumns file; // where the link is of a file
    std::int64_t pieces = 0;
    auto fields()
    {
        return std::tuple_cat(link.fields(), std::tie(salt, destruction_ordered_at, has_row),
                              row.fields(), std::tie(has_file), file.fields(), std::tie(pieces));
    }

    bool is_of_invoice() const { return link.entry == name(Entry::invoice); }
};

/// The statement that reads it: `choice` is what follows its WHERE, of `c`, the link.
std::string select_evidence(std::string_view choice);

/// The links of one invoice, in their order.
std::vector<Evidence> evidence_of(domain::Transaction& tx, const std::string& invoice_id);

/// The first of an invoice's links that is of `entry`; null: there is none.
const Evidence* find(const std::vector<Evidence>& links, Entry entry);

/// The next links of invoices that `viewer` issued or received, newest first, at most `limit`, with
/// ids below `before` ("" for all).
std::vector<Evidence> visible_to(domain::Transaction& tx, const domain::AccountId& viewer,
                                 const std::string& before, int limit);

/// The link before, if there is one.
std::optional<Link> link_before(domain::Transaction& tx, const Link& link);

/// The hash of the link before; "" before the first, or where there is none.
std::string hash_before(domain::Transaction& tx, const Link& link);

} // namespace invoicing::issuing
