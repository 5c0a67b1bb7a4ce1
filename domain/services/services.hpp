#pragma once

#include "domain/core/seen_versions.hpp"
#include "domain/services/service.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::services {

/// A provider offers something. It becomes public with the provider's page; refused before
/// there is a page, and beyond services_max.
Service offer(Transaction& tx, const AccountId& provider, const Content& content,
              bool is_published);

/// The provider's own service; not_found for everybody else.
Service find_own(Transaction& tx, const AccountId& provider, const ServiceId& id);

/// Saves `changed`; refuses (412) when its version, or the present one, is none of `seen`.
Service change(Transaction& tx, const SeenVersions& seen, const Service& changed);

void remove(Transaction& tx, const AccountId& provider, const ServiceId& id);

/// Publishes every service that its provider wants published, with the page just published.
void publish_all(Transaction& tx, const AccountId& provider);

} // namespace domain::services
