#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/instant.hpp"

namespace domain {

namespace storage {
struct Unread;
}

/// 26 lower-case base-32 characters: milliseconds, a count within the millisecond, 60 bits of
/// chance. Sorts in the order of making.
std::string fresh_suffix(Instant now);

/// Whether `text` is a suffix that fresh_suffix() could have made.
bool is_suffix(std::string_view text);

/// An identifier that says what it identifies: "ord_01j8m0..." can only ever become an
/// OrderId, in the type system and in a log line alike.
template <typename Tag>
class Id {
public:
    static std::optional<Id> parse(std::string_view text)
    {
        constexpr std::string_view prefix = Tag::prefix;
        if (!text.starts_with(prefix) || !is_suffix(text.substr(prefix.size()))) return {};
        return Id(std::string(text));
    }

    static Id fresh(Instant now) { return Id(std::string(Tag::prefix) + fresh_suffix(now)); }

    const std::string& text() const { return text_; }
    auto operator<=>(const Id&) const = default;

private:
    friend storage::Unread; // a row about to be read

    explicit Id(std::string text) : text_(std::move(text)) {}

    std::string text_;
};

#define ENTREMISE_ID(Name, prefix_text)                                                            \
    struct Name##Tag {                                                                             \
        static constexpr std::string_view prefix = prefix_text;                                    \
    };                                                                                             \
    using Name = Id<Name##Tag> // NOLINT(bugprone-macro-parentheses): a name being declared

ENTREMISE_ID(AccountId, "acc_");
ENTREMISE_ID(ServiceId, "svc_");
ENTREMISE_ID(RequestId, "req_");
ENTREMISE_ID(QuoteId, "quo_");
ENTREMISE_ID(OrderId, "ord_");
ENTREMISE_ID(ConversationId, "con_");
ENTREMISE_ID(MessageId, "msg_");
ENTREMISE_ID(ReviewId, "rev_");
ENTREMISE_ID(ReviewReportId, "rpt_");
ENTREMISE_ID(ReviewDecisionId, "dec_");
ENTREMISE_ID(InvoiceId, "inv_");
ENTREMISE_ID(MoneyOperationId, "mop_");
ENTREMISE_ID(LedgerTransactionId, "ltx_");
ENTREMISE_ID(FileId, "fil_");
ENTREMISE_ID(EventId, "evt_");
ENTREMISE_ID(SessionId, "ses_");
ENTREMISE_ID(AcceptanceId, "acp_");
ENTREMISE_ID(ConnectionId, "cnx_");
ENTREMISE_ID(EmailChangeId, "ech_");
ENTREMISE_ID(ArchiveSubjectId, "arc_");
ENTREMISE_ID(ArchiveKeyId, "key_");
ENTREMISE_ID(DocumentLinkId, "lnk_");
ENTREMISE_ID(ProposalId, "prp_");
ENTREMISE_ID(ProposalStepId, "pst_");

#undef ENTREMISE_ID

} // namespace domain
