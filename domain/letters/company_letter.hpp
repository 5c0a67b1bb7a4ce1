#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/core/refused.hpp"
#include "domain/mail/message.hpp"
#include "domain/mail/template.hpp"
#include "domain/platform/platform.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::letters {

/// What the company is told.
struct CompanyNews {
    mail::Template which;
    std::string id;
};

/// The mail to the address of the company that runs the installation. About a proposal that it may
/// refuse it carries a fresh link, and is not written when there is nothing to refuse any more.
std::optional<mail::Message> company_letter(Transaction& tx, const Platform& platform,
                                            const CompanyNews& about, std::string_view id);

/// What is proposed, in words; nothing where `id` is no proposal's.
std::optional<Say> proposal_notice(Transaction& tx, std::string_view id);

} // namespace domain::letters
