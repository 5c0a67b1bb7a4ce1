#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/words.hpp"

namespace domain::events {

/// What is announced because somebody hears it (`jobs/registry.cpp`, which does not compile
/// otherwise). Facts are in the past tense; work to be done is `…_due`.
enum class Kind : std::uint8_t {
    mail_due,       // subject: the mail; detail: account, template and ids
    order_released, // subject: order; the provider has the money: invoices follow (detail: why not)
    invoices_issued,      // subject: order
    message_sent,         // subject: message
    money_operation_due,  // subject: money operation: send it, or ask what became of it
    payment_account_due,  // subject: account: make it exist at Mangopay
    hook_received,        // subject: Mangopay resource id; detail: event type
    release_due,          // subject: order: transfer the escrowed money
    refund_due,           // subject: order
    payout_due,           // subject: wallet; detail: account
    account_closing,      // subject: account
    payment_user_changed, // subject: a user at Mangopay, which is to be told of another identity
    sign_up_superseded,   // subject: account: somebody else proved the address
    payment_user_closing, // subject: a user at Mangopay, which is to be closed there
    series_decided,       // subject: the prefix of a series of invoices that held documents up
};

inline constexpr Word<Kind> kind_words[] = {
    {Kind::mail_due, "mail_due"},
    {Kind::order_released, "order_released"},
    {Kind::invoices_issued, "invoices_issued"},
    {Kind::message_sent, "message_sent"},
    {Kind::money_operation_due, "money_operation_due"},
    {Kind::payment_account_due, "payment_account_due"},
    {Kind::hook_received, "hook_received"},
    {Kind::release_due, "release_due"},
    {Kind::refund_due, "refund_due"},
    {Kind::payout_due, "payout_due"},
    {Kind::account_closing, "account_closing"},
    {Kind::payment_user_changed, "payment_user_changed"},
    {Kind::sign_up_superseded, "sign_up_superseded"},
    {Kind::payment_user_closing, "payment_user_closing"},
    {Kind::series_decided, "series_decided"},
};
inline constexpr Words<Kind> kinds(kind_words);

constexpr std::string_view name(Kind kind)
{
    return kinds.name(kind);
}

/// Something that happened, or is to be done, in the words of the domain. `subject` orders:
/// events of one subject are done one after the other. `detail` holds ids and codes only,
/// never personal data.
struct Event {
    Kind kind;
    std::string subject;
    std::string detail{};
};

} // namespace domain::events
