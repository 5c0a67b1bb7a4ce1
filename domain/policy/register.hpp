#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/policy/retention.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::policy {

/// How a value rests in its column.
enum class Stored : std::uint8_t {
    plain,     // ids, codes, dates, amounts
    sealed,    // by the vault
    indexed,   // a keyed hash, for look-ups
    hashed,    // of a random secret
    published, // readable while published, overwritten and deleted on erasure
};

/// What is known of one column, or of one kind of file (`table` is then "files:KIND").
struct Entry {
    std::string database; // "data" or "keys"
    std::string table, column;
    std::string subject;  // whom it is about: "account", "both parties", "nobody"
    std::string category; // a Category's name, or "none"
    std::string purpose, basis;
    std::string rule; // the line of the policy that ends it; "" for what is about nobody
    std::string on_erasure;
    Stored stored = Stored::plain;
    bool exported = false; // in the person's copy

    bool is_personal() const { return category != "none"; }
};

/// Everything the product holds, named: the register of personal data (GDPR article 30). What
/// is not in it may not exist; none of it is ever logged.
class Register {
public:
    /// Throws std::runtime_error naming every fault of the file.
    static Register parse(std::string_view json);

    const std::vector<Entry>& entries() const { return entries_; }

    /// The kinds of file it names.
    bool has_file_kind(std::string_view kind) const;

    /// Entries whose rule the policy does not give, and rules of the policy that end nothing and
    /// are not declared as such. Empty when both agree.
    std::vector<std::string> disagreements(const Retention& retention) const;

private:
    std::vector<Entry> entries_;
};

/// Columns and file kinds of the live database that the register does not name; the server does
/// not start with any. `database` is "data" or "keys", whichever `tx` is of.
std::vector<std::string> unregistered(Transaction& tx, const Register& known,
                                      std::string_view database = "data");

/// Columns the register names and the live database does not have.
std::vector<std::string> missing(Transaction& tx, const Register& known,
                                 std::string_view database = "data");

} // namespace domain::policy
