#include "domain/mail/smtp_sender.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "domain/core/check.hpp"

namespace domain::mail {

namespace {

constexpr long connect_seconds = 10;
constexpr long whole_seconds = 30;

struct Rest {
    std::string_view bytes;
};

std::size_t read_rest(char* buffer, std::size_t size, std::size_t count, void* state)
{
    auto& rest = *static_cast<Rest*>(state);
    const auto length = std::min(size * count, rest.bytes.size());
    std::memcpy(buffer, rest.bytes.data(), length);
    rest.bytes.remove_prefix(length);
    return length;
}

bool is_on_this_machine(const std::string& url)
{
    auto host = std::string_view(url).substr(url.find("://") + 3);
    host = host.starts_with('[') ? host.substr(0, host.find(']') + 1)
                                 : host.substr(0, host.find_first_of(":/"));
    return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void aim(CURL* curl, const SmtpServer& server)
{
    curl_easy_setopt(curl, CURLOPT_URL, server.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    const bool tls = !server.ca_file.empty() || !is_on_this_machine(server.url);
    curl_easy_setopt(curl, CURLOPT_USE_SSL, tls ? CURLUSESSL_ALL : CURLUSESSL_TRY);
    if (!tls) { // nobody issues certificates for localhost
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    if (!server.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, server.ca_file.c_str());
    if (!server.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, whole_seconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
}

} // namespace

SmtpSender::SmtpSender(SmtpServer server) : server_(std::move(server))
{
    static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
    check(started == CURLE_OK, "libcurl starts");
}

Delivery SmtpSender::send(const Outgoing& mail)
{
    const Handle curl(curl_easy_init(), &curl_easy_cleanup);
    check(curl != nullptr, "libcurl gives a handle");
    aim(curl.get(), server_);
    const auto from = "<" + server_.from + ">";
    const auto to = "<" + mail.to + ">";
    const List recipients(curl_slist_append(nullptr, to.c_str()), &curl_slist_free_all);
    Rest rest{mail.bytes};
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, read_rest);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &rest);
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);

    const auto outcome = curl_easy_perform(curl.get());
    if (outcome == CURLE_OK) return Delivery::accepted;
    long code = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &code);
    // 550, 551, 553: this mailbox will not do (RFC 5321 §4.2.2); 554 may be about us.
    if (code == 550 || code == 551 || code == 553) return Delivery::refused_for_good;
    throw NotDelivered("smtp: libcurl " + std::to_string(static_cast<int>(outcome)) + ", server " +
                       std::to_string(code));
}

} // namespace domain::mail
