#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/mail/message.hpp"
#include "domain/mail/template.hpp"
#include "domain/platform/platform.hpp"
#include "domain/proposals/stake.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::letters {

/// What the company is told.
struct CompanyNews {
    mail::Template which;
    std::string id;
};

/// The mail to the address of the company that runs the installation, in French and in English:
/// nobody has said which its readers speak. About a proposal that it may refuse it says all that a
/// decision takes and carries a fresh link, and is not written when there is nothing to refuse any
/// more.
std::optional<mail::Message> company_letter(Transaction& tx, const Platform& platform,
                                            const proposals::StakeOf& stake_of,
                                            const CompanyNews& about, std::string_view id);

} // namespace domain::letters
