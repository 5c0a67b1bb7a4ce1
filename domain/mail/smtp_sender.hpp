#pragma once

#include <string>

#include "domain/mail/sender.hpp"

namespace domain::mail {

/// Where mails are handed over.
struct SmtpServer {
    std::string url; // "smtp://host:587" (STARTTLS) or "smtps://host:465"
    std::string user, password;
    std::string from;    // the envelope's sender: an address alone
    std::string ca_file; // PEM; "" trusts what the system trusts
};

/// Hands mails to an SMTP server by libcurl. TLS is required and the certificate checked, unless
/// the server is on this machine (127.0.0.1, ::1, localhost) and no `ca_file` is given.
class SmtpSender : public Sender {
public:
    explicit SmtpSender(SmtpServer server);

    Delivery send(const Outgoing& mail) override;
    const std::string& from() const override { return server_.from; }

private:
    SmtpServer server_;
};

} // namespace domain::mail
