#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "payments/gateway/command.hpp"
#include "payments/gateway/statuses.hpp"

namespace payments {

/// An object at Mangopay, as far as we look at it. Texts that Mangopay may extend stay texts.
struct Resource {
    ResourceId id;
    std::string tag;           // what we called it: the money operation's id
    std::string state;         // Status as Mangopay writes it
    std::string result_code{}; // "" while undecided
    std::optional<domain::Money> debited{}, fees{};
    std::string redirect_url{}; // where the person has to go, if anywhere
    ResourceId initial_id{};    // of a refund: what it gives back
};

/// It exists and is decided.
struct Succeeded {
    Resource resource;
};
/// It exists and will be decided.
struct Pending {
    Resource resource;
};
/// Decided against: HTTP 200 with Status FAILED and a result code.
struct Declined {
    Resource resource;
};
/// Understood and refused (4xx): nothing was made, and never will be under this key.
struct Rejected {
    int status = 0;
    std::string type, message;
    std::vector<std::pair<std::string, std::string>> fields{};
};
/// Nobody knows. Ask under the same key; never send under another.
struct Unreachable {
    std::string why;
};

/// Not one byte of it left this machine (no token, connection refused): nothing was made.
struct NotSent {
    std::string why;
};
/// A failure of Mangopay's own is what it keeps under the key: sending again gives the same, and
/// whether something was made shows in its listing only.
struct KeptFailure {
    int status = 0;
};

using Outcome =
    std::variant<Succeeded, Pending, Declined, Rejected, Unreachable, NotSent, KeptFailure>;

/// A question to Mangopay that got no usable answer: ask again later.
class NoAnswer : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct UserState {
    UserId id;
    UserStatus status = UserStatus::none;
    KycLevel kyc_level = KycLevel::light;
    bool is_legal = false; // a company, not a natural person
};

/// What the regulator's rules make of a user.
struct Blocking {
    bool inflows = false, outflows = false;
    std::string code;                              // 0087xx
    std::optional<domain::Day> renewal_deadline{}; // until when it has to be verified again
};

struct VerificationState {
    VerificationId id;
    UserId user_id;
    VerificationStatus status = VerificationStatus::other;
    std::vector<std::string> reasons; // types of the refused checks
};

struct RecipientState {
    RecipientId id;
    UserId user_id;
    RecipientStatus status = RecipientStatus::other;
    std::string tag;
};

struct HookState {
    HookId id;
    std::string event_type, url;
    bool enabled = false, valid = false;
};

struct HookEvent {
    std::string event_type;
    ResourceId resource_id;
    std::int64_t date = 0; // Unix seconds
};

/// One answer of Mangopay's by both clocks: ours when it was asked, its own when it answered (the
/// Date of the answer, to the second).
struct Heard {
    domain::Instant asked_at{}, date{};
    auto fields() { return std::tie(asked_at, date); }
};

/// Who refuses to answer because its owner has to prove who is asking (PSD2).
struct Gated {};
using WalletBalance = std::variant<domain::Money, Gated>;

/// What we want of Mangopay. No call may be made inside a database transaction.
class Gateway {
public:
    virtual ~Gateway() = default;

    /// Sends `command` at most once per `key` (a UUID stored before).
    virtual Outcome send(const Command& command, const std::string& key) = 0;

    /// What became of what was sent under `key`. Nothing: it never arrived, or it was sent
    /// more than 24 hours ago.
    virtual std::optional<Outcome> kept(Kind kind, const std::string& key) = 0;

    /// The current state of a movement. Rejected with 404 when there is none.
    virtual Outcome read(Kind kind, const ResourceId& id) = 0;

    /// Looks for the object that `command` may have made, by its tag. Nothing: Mangopay lists all
    /// that it made, and this is not among it. A listing that was not read to its end is
    /// Unreachable.
    virtual std::optional<Outcome> find(const Command& command) = 0;

    // Questions. They throw NoAnswer; nothing means that there is no such thing.
    virtual std::optional<UserState> user(const UserId& id) = 0;
    virtual Blocking blocking(const UserId& id) = 0;
    virtual std::optional<VerificationState> verification(const VerificationId& id) = 0;
    virtual std::optional<RecipientState> recipient(const RecipientId& id) = 0;
    virtual std::optional<WalletBalance> balance(const WalletId& id) = 0;

    /// Gives a user the person and company of `now`; its role and kind stay. The same again does no
    /// harm. Succeeded, Rejected or Unreachable.
    virtual Outcome update_user(const UserId& id, const NewUser& now) = 0;

    /// Closes a user for good; one that is closed, or unknown, is fine. Throws NoAnswer, also
    /// while its wallets are not empty.
    virtual void close_user(const UserId& id) = 0;

    /// The link by which an OWNER enrols for strong authentication; valid for ten minutes.
    virtual std::string enrolment_link(const UserId& id) = 0;

    virtual std::vector<HookState> hooks() = 0;
    virtual void create_hook(const std::string& event_type, const std::string& url) = 0;
    virtual void repair_hook(const HookId& id, const std::string& url) = 0;

    /// Events of one type since `after`, oldest first. Mangopay knows the last 45 days.
    virtual std::vector<HookEvent> events(const std::string& event_type, domain::Instant after) = 0;

    /// Its last answer to this process, to whichever call; nothing before the first one.
    virtual std::optional<Heard> last_heard() const { return {}; }
};

} // namespace payments
