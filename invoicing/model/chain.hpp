#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "domain/core/instant.hpp"

/// The second formula of the chain; ops/reference/chain.md tells it to whoever checks without us.
namespace invoicing {

inline constexpr std::int64_t chain_version = 2;

/// What a link of the chain is of: an invoice, its file as first rendered, or one rendered again.
enum class Entry : std::uint8_t { invoice, file, duplicate };

std::string_view name(Entry entry); // as stored

/// The row of an invoice but for record and XML, which rest sealed beside it: here are their
/// hashes.
struct Columns {
    std::string id, series;
    std::int64_t year = 0, n = 0;
    std::string number, kind, order_id, occasion;
    std::optional<std::string> credits_id;
    std::string issuer_id, buyer_id;
    domain::Instant issued_at{};
    std::string issue_day, fiscal_year_end, currency;
    std::int64_t net_minor = 0, vat_minor = 0, gross_minor = 0;
    std::string record_sha256, xml_sha256;
    auto fields()
    {
        return std::tie(id, series, year, n, number, kind, order_id, occasion, credits_id,
                        issuer_id, buyer_id, issued_at, issue_day, fiscal_year_end, currency,
                        net_minor, vat_minor, gross_minor, record_sha256, xml_sha256);
    }
};

/// The row of a file.
struct FileColumns {
    std::string sha256;
    std::int64_t size = 0;
    domain::Instant stored_at{};
    auto fields() { return std::tie(sha256, size, stored_at); }
};

/// One link, as it is kept for ever. It names nobody.
struct Link {
    std::int64_t version = chain_version;
    std::string series;
    std::int64_t position = 0;
    std::string entry, invoice_id;
    std::int64_t year = 0, n = 0;
    std::string number;
    domain::Instant issued_at{}; // of a file: stored_at
    std::string fiscal_year_end, commitment, hash;
    auto fields()
    {
        return std::tie(version, series, position, entry, invoice_id, year, n, number, issued_at,
                        fiscal_year_end, commitment, hash);
    }
};

/// What the chain says about a row without telling it: H(salt ‖ every column of it). Once the salt
/// is destroyed, nobody can tell what it was about, and the chain still verifies.
std::string commitment_of(std::string_view salt, const Columns& row);
std::string commitment_of(std::string_view salt, const FileColumns& row);

/// The hash of a link: of everything in it but its hash, and of the hash before it, "" before the
/// first.
std::string hash_of(const Link& link, std::string_view previous);

} // namespace invoicing
