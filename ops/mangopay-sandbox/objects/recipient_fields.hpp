#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

#include "ops/mangopay-sandbox/wire/wire.hpp"

/// What Mangopay asks of a recipient's data. Rules only.
namespace mangopay_sandbox::recipients {

/// A recipient that was read and found complete; refused as param_error with "Errors" otherwise.
struct Account {
    std::string currency;
    std::string number; // IBAN in capitals without spaces, or an account number: never stored
    std::string holder; // as the bank would compare it
    bool is_iban = false;
};
Account read_account(Fields& fields);

/// What the schema endpoint says about the fields of a method and type.
nlohmann::json schema_of(const std::string& method, const std::string& recipient_type,
                         const std::string& currency);

/// Verification of Payee, as the sandbox's documented pairs answer it.
nlohmann::json payee_verification(const Account& account, const std::string& id);

/// "BNPAFRPPXXX" from the bank code of a French IBAN, where the stand-in knows it.
std::string bic_of(const Account& account);

} // namespace mangopay_sandbox::recipients
