#pragma once

#include <stdexcept>
#include <string>

namespace domain::mail {

/// A mail on its way: who gets it, and its bytes (RFC 5322).
struct Outgoing {
    std::string to;
    std::string id;
    std::string bytes;
};

/// What became of it. Refused for good: the server will never take it (no such mailbox).
enum class Delivery { accepted, refused_for_good };

/// The mail could not be handed over this time; try again later.
class NotDelivered : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Hands mails over. Called by one job at a time per mail, never inside a transaction.
class Sender {
public:
    virtual ~Sender() = default;

    /// Throws NotDelivered when it is worth trying again.
    virtual Delivery send(const Outgoing& mail) = 0;

    /// The address mails come from.
    virtual const std::string& from() const = 0;
};

} // namespace domain::mail
