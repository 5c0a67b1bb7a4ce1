#pragma once

#include <string>

#include "domain/mail/sender.hpp"

namespace domain::mail {

/// Puts each mail into a folder as <id>.eml, readable by the owner only: for trials and
/// demonstrations.
class FolderSender : public Sender {
public:
    FolderSender(std::string folder, std::string from);

    Delivery send(const Outgoing& mail) override;
    const std::string& from() const override { return from_; }

private:
    std::string folder_, from_;
};

} // namespace domain::mail
