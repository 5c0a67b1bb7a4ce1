#pragma once

#include <string>

#include "domain/core/seen_versions.hpp"
#include "domain/pages/page.hpp"
#include "domain/pages/picture.hpp"
#include "domain/policy/policy.hpp"
#include "domain/services/search.hpp"
#include "domain/storage/files.hpp"

namespace domain::pages {

/// The provider's own page, published or not.
Page mine(Transaction& tx, const AccountId& provider);

/// What the owner wants of its page, having read it at `version`.
struct Wanted {
    Content content;
    bool is_published = false;
    SeenVersions versions = 0;
};

/// Saves the page; publishing it publishes its services too. Refuses (412) when it has changed
/// meanwhile, and (409) to publish without what the policy makes mandatory for publication.
Page write(Transaction& tx, const AccountId& provider, const Wanted& wanted,
           const policy::Policy& policy);

/// Replaces the photo; the former one is erased.
Page put_photo(Transaction& tx, const AccountId& provider, const Picture& picture);

Page add_picture(Transaction& tx, const AccountId& provider, const Picture& picture,
                 const std::string& caption);
Page remove_picture(Transaction& tx, const AccountId& provider, const FileId& id);

/// The published page with the services on it.
struct Shown {
    PublicPage page;
    std::vector<services::Offered> services;
};

/// What anybody may see of the provider; not_found without a published page, gone after its
/// account was closed.
Shown show(Transaction& tx, const AccountId& provider);

/// What a policy demands of pages that pages do not have, one sentence each.
std::vector<std::string> unknown_demands(const policy::Policy& policy);

/// The page alone; refuses as show() does.
PublicPage read_public(Transaction& tx, const AccountId& provider);

/// A picture that a published page shows; not_found for every other file.
storage::FileRecord published_file(Transaction& tx, const FileId& id);

/// Counts `times` (1, or -1 when one is taken back) reviews of this rating, so that sum, count
/// and the services' rating are right at every moment. Begins the page of a living account that
/// has none yet; nothing to do for a closed one.
void count_rating(Transaction& tx, const AccountId& provider, std::int64_t rating,
                  std::int64_t times);

/// Publishes anew who is behind the page, after the account was edited.
void rename(Transaction& tx, const AccountId& provider);

/// Takes everything published off, because the account closes: its addresses answer "gone" from
/// now on. Safe to repeat.
void withdraw(Transaction& tx, const AccountId& provider);

/// withdraw(), and deletes page, services and pictures. Safe to repeat.
void erase(Transaction& tx, const AccountId& provider);

} // namespace domain::pages
