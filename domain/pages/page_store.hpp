#pragma once

#include <optional>
#include <string>

#include "domain/pages/page.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::pages {

/// The page, held until the end of the unit of work; version 0 when there is none yet.
Page lock(Transaction& tx, const AccountId& account);
Page find(Transaction& tx, const AccountId& account);

/// Writes content, photo and publication over what is there; the page is held.
void save(Transaction& tx, const Page& page);

void insert_picture(Transaction& tx, const AccountId& account, const PortfolioPicture& picture);
bool erase_picture(Transaction& tx, const AccountId& account, const FileId& id);

/// Writes the public copy anew, or removes it when the page is not published.
void project(Transaction& tx, const Page& page, const Seller& seller);

storage::Query<PublicPage, AccountId> public_page_of(const AccountId& account);
bool is_gone(Transaction& tx, const AccountId& account);

/// The published page's address answers "gone" from now on.
void mark_gone(Transaction& tx, const AccountId& account);

/// Deletes the page with its portfolio; the files are the caller's. It is not published.
void erase_page(Transaction& tx, const AccountId& account);

/// Whether a published page shows this file.
bool shows(Transaction& tx, const FileId& file);

/// Adds to the rating; returns the page's sum and count, or nothing without a page.
struct Rating {
    std::int64_t sum = 0, count = 0;
    auto fields() { return std::tie(sum, count); }
};
std::optional<Rating> add_rating(Transaction& tx, const AccountId& account, std::int64_t sum,
                                 std::int64_t count);

} // namespace domain::pages
