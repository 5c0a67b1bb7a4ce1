#pragma once

#include <string>
#include <vector>

#include "domain/mail/sender.hpp"

namespace tests {

/// Takes every mail, unless told to fail, or to refuse for good.
class Mailbox : public domain::mail::Sender {
public:
    domain::mail::Delivery send(const domain::mail::Outgoing& mail) override
    {
        if (failing) throw domain::mail::NotDelivered("the test says so");
        if (refusing) return domain::mail::Delivery::refused_for_good;
        mails.push_back(mail);
        return domain::mail::Delivery::accepted;
    }
    const std::string& from() const override { return from_; }

    /// What was written to an address, in order.
    std::vector<domain::mail::Outgoing> to(const std::string& address) const
    {
        std::vector<domain::mail::Outgoing> found;
        for (const auto& mail : mails) {
            if (mail.to == address) found.push_back(mail);
        }
        return found;
    }

    std::vector<domain::mail::Outgoing> mails;
    bool failing = false, refusing = false;

private:
    std::string from_ = "no-reply@entremise.example";
};

} // namespace tests
