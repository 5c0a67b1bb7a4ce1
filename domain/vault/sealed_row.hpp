#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/storage/transaction.hpp"
#include "domain/vault/vault.hpp"

namespace domain::vault {

/// Seals and opens the columns of one row of one table, for one subject and category.
/// An empty text is NULL; a value whose key was destroyed reads as empty.
class SealedRow {
public:
    SealedRow(Transaction& tx, std::string_view table, Category category, std::string_view subject)
        : SealedRow(tx, table, category, subject, subject)
    {
    }
    SealedRow(Transaction& tx, std::string_view table, Category category, std::string_view subject,
              std::string_view row)
        : tx_(tx), table_(table), category_(category), subject_(subject), row_(row)
    {
    }

    std::optional<std::string> sealed(std::string_view column, std::string_view plain) const
    {
        if (plain.empty()) return {};
        const auto place = table_ + "." + std::string(column);
        return tx_.vault.seal(subject_, category_, {place, row_}, plain);
    }

    std::string opened(std::string_view column, const std::optional<std::string>& sealed) const
    {
        if (!sealed) return {};
        const auto place = table_ + "." + std::string(column);
        return tx_.vault.open({place, row_}, *sealed).value_or("");
    }

private:
    Transaction& tx_;
    std::string table_;
    Category category_;
    std::string subject_, row_;
};

} // namespace domain::vault
