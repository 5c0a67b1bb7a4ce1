#include "domain/access/mailed_code_store.hpp"

#include <algorithm>
#include <chrono>

#include "domain/core/crypto.hpp"
#include "domain/vault/vault.hpp"

namespace domain::access {

namespace {

constexpr std::chrono::minutes code_lasts{15};
constexpr std::size_t digits = 8;

/// Every digit as likely as another: bytes above the last whole ten are thrown away.
std::string fresh_code()
{
    constexpr unsigned char fair = 250;
    std::string code;
    while (code.size() < digits) {
        const auto byte = static_cast<unsigned char>(random_bytes(1).front());
        if (byte < fair) code += static_cast<char>('0' + byte % 10);
    }
    return code;
}

std::string index_of(Transaction& tx, const AccountId& account, std::string code)
{
    std::erase_if(code, [](char c) { return c == ' '; });
    return tx.vault.blind_index("mailed_code", account.text() + " " + code);
}

} // namespace

std::string issue_code(Transaction& tx, const AccountId& account)
{
    auto code = fresh_code();
    tx.run(R"(
        INSERT INTO mailed_codes (account_id, code_index, expires_at)
        VALUES (:account, :code, :expires)
        ON CONFLICT (account_id) DO UPDATE
           SET code_index = excluded.code_index, expires_at = excluded.expires_at)",
           account, index_of(tx, account, code), tx.now + code_lasts);
    return code;
}

bool use_mailed_code(Transaction& tx, const AccountId& account, const std::string& code)
{
    return tx.run(R"(
        DELETE FROM mailed_codes
         WHERE account_id = :account AND code_index = :code AND expires_at > :now)",
                  account, index_of(tx, account, code), tx.now) == 1;
}

} // namespace domain::access
