#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/storage/transaction.hpp"

/// The way of whoever closed its account to its own documents, as long as the law keeps them.
namespace invoicing::former_members {

/// What the last mail carries. It opens nothing by itself: number and name of a document belong to
/// it (opening.hpp). Lives until it is revoked, or the last document it opens has ended.
struct DocumentLink {
    domain::DocumentLinkId id = domain::storage::unread;
    domain::AccountId account_id = domain::storage::unread; // a pseudonym by then
    domain::Instant created_at{};
    std::optional<domain::Instant> revoked_at;
    auto fields() { return std::tie(id, account_id, created_at, revoked_at); }
};

/// Where the link leads: the page asks, its form acts.
inline constexpr std::string_view page = "/closed-account-documents";

/// A fresh token of 256 bits for `account`; only its keyed index is kept.
std::string issue_link(domain::Transaction& tx, const domain::AccountId& account);

/// Under which a token is known, whether it is anybody's or not.
std::string index_of(domain::Transaction& tx, std::string_view token);

/// Nothing when it is unknown or revoked.
std::optional<DocumentLink> living_link(domain::Transaction& tx, std::string_view token);

/// The links, revoked ones too, of whom the document with this number names.
std::vector<DocumentLink> links_to(domain::Transaction& tx, const std::string& number);

/// Ends a link for good; safe to repeat. not_found when there is none.
void revoke(domain::Transaction& tx, const domain::DocumentLinkId& id);

/// Deletes the links of `account` once they open nothing any more.
void end_idle_links(domain::Transaction& tx, const domain::AccountId& account);

} // namespace invoicing::former_members
