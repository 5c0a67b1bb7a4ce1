#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/services/service.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::services {

void insert(Transaction& tx, const Service& service);

/// Saves content and publication; false when the row has another version.
bool update(Transaction& tx, const Service& service);

/// Removes the service, its published copy and its words.
void erase(Transaction& tx, const ServiceId& id);

/// The service, or not_found.
Service find(Transaction& tx, const ServiceId& id);
std::vector<Service> of_provider(Transaction& tx, const AccountId& provider);

/// Holds the provider's page, which orders the writers of its services; false without one.
bool lock_page(Transaction& tx, const AccountId& provider);
std::int64_t count_of(Transaction& tx, const AccountId& provider);

/// Writes the published copy and its words anew, if the provider's page is published; removes
/// them otherwise. Nothing of an unpublished service stays readable.
void project(Transaction& tx, const Service& service);

/// Removes every published copy of the provider's services.
void unpublish_all(Transaction& tx, const AccountId& provider);

/// The addresses of what the provider has published answer "gone" once it is taken off.
void mark_gone(Transaction& tx, const AccountId& provider);
bool is_gone(Transaction& tx, const ServiceId& id);

/// Deletes all the provider's services, published copies first.
void erase_all(Transaction& tx, const AccountId& provider);

/// The rating that services are found and sorted by, in hundredths.
void set_rating(Transaction& tx, const AccountId& provider, std::int64_t rating_e2);

} // namespace domain::services
