#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/storage/transaction.hpp"
#include "invoicing/model/invoice.hpp"
#include "invoicing/model/numbering.hpp"

namespace invoicing::series {

/// Who numbers: an issuer as one of the sellers it has been. One seller, one sequence (CGI ann. II
/// 242 nonies A I-7°): another SIREN begins another series.
struct Seller {
    Issuer issuer;
    std::string key; // its SIREN, else its VAT number, else which of its identities it is
};

/// The seller's series of that kind in which it numbers now, made when it is the first time, and
/// locked until the transaction ends. `wanted` is its prefix; "" gives a provider's own. Lock the
/// provider's series before the operator's.
Series lock_series(domain::Transaction& tx, const Seller& seller, Kind kind,
                   const std::string& wanted = "");

/// The same as it stands; nothing before its first number.
std::optional<Series> open_series(domain::Transaction& tx, const Seller& seller, Kind kind);

/// The prefixes under which the seller has numbered that kind, the present one last, and whether
/// another seller has the series `prefix`: what a configured prefix is held against.
std::vector<std::string> prefixes_of(domain::Transaction& tx, const Seller& seller, Kind kind);
bool is_anothers(domain::Transaction& tx, const std::string& prefix, const Seller& seller);

/// The series named `series`, which exists, locked.
Series lock_series(domain::Transaction& tx, const std::string& series);

/// Writes down how far a locked series has got.
void move_on(domain::Transaction& tx, const Series& series);

} // namespace invoicing::series
