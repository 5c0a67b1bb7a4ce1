#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/storage/database.hpp"

namespace tests {

/// Every row of a database as a line of text, "orders|ord_…|funded|…", in order. Long values are
/// shown by their beginnings.
using Picture = std::vector<std::string>;

enum class Columns {
    all,
    lasting, // without what counts tries and says who is at it
    outcome, // and without the trail of how it came about: a detour is no harm
};

Picture picture_of(domain::Database& db, Columns columns);

/// The same with what is new made comparable: ids, hashes and sealed values that `known` does not
/// hold, and moments, stand as '*' and '@'. So two runs that did the same look the same.
Picture comparable(const Picture& picture, const std::set<std::string, std::less<>>& known);

/// The ids, hashes and sealed values in a picture.
std::set<std::string, std::less<>> known_in(const Picture& picture);

/// Lines that only one has: "- gone" and "+ come".
std::string difference(const Picture& before, const Picture& after);

/// Tables in which two pictures differ.
std::set<std::string> tables_that_differ(const Picture& one, const Picture& other);

} // namespace tests
