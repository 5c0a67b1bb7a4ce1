#include "domain/access/attempts.hpp"

#include <algorithm>
#include <array>

#include "domain/core/retry_later.hpp"
#include "domain/vault/vault.hpp"

namespace domain::access {

using namespace std::chrono_literals;

namespace {

// The pause grows with insistence: a minute, an hour, a day.
constexpr std::array sign_in_limits = {Limit{60s, 5}, Limit{1h, 20}, Limit{24h, 100}};
constexpr std::array network_limits = {Limit{1h, 200}};
constexpr std::array mail_limits = {Limit{1h, 5}, Limit{24h, 10}};
constexpr std::array first_mail_of_a_network = {Limit{1h, 1}};
// What a network keeps whatever others spend. A guesser with 1,000 networks has 12,100 passwords a
// day of the 2^36 at least that one is worth (password.cpp): 15,000 years.
constexpr std::array own_sign_in_limits = {Limit{10min, 1}, Limit{24h, 12}};
constexpr auto bearable = 1min;
constexpr auto network_remembered = std::chrono::days{180};

Instant window_start(Instant now, std::chrono::seconds window)
{
    const auto length = std::chrono::duration_cast<std::chrono::microseconds>(window);
    return now - now.time_since_epoch() % length;
}

std::string windowed(std::string_view bucket, const Limit& limit)
{
    return std::string(bucket) + " " + std::to_string(limit.window.count());
}

/// One for whoever comes from networks the account never used, one for each that it did.
std::string bucket_of(Transaction& tx, std::string_view what, const std::string& email_index,
                      const accounts::ConnectionOrigin& from)
{
    const auto network = network_index(tx, from);
    const auto known = tx.one<std::int64_t>(R"(
        SELECT COUNT(*)
          FROM connection_log l
          JOIN accounts a ON a.id = l.account_id
         WHERE a.email_index = :email_index AND l.network_index = :network
           AND l.event IN ('sign_up', 'sign_in', 'password_reset') AND l.at > :since)",
                                            email_index, network, tx.now - network_remembered);
    return std::string(what) + " " + email_index + (known > 0 ? " " + network : "");
}

std::string own_bucket(Transaction& tx, const std::string& email_index,
                       const accounts::ConnectionOrigin& from)
{
    return "sign_in_own " + email_index + " " + network_index(tx, from);
}

std::string bucket_of(Tried what, const AccountId& account)
{
    return (what == Tried::password ? "proof " : "proof_code ") + account.text();
}

void forgive(Transaction& tx, const std::string& bucket, std::span<const Limit> limits)
{
    for (const auto& limit : limits) {
        tx.run(R"(
            UPDATE rate_counters
               SET count = count - 1
             WHERE bucket = :bucket AND window_start = :start AND count > 0)",
               windowed(bucket, limit), window_start(tx.now, limit.window));
    }
}

} // namespace

std::chrono::seconds count_attempt(Transaction& tx, std::string_view bucket,
                                   std::span<const Limit> limits)
{
    std::chrono::seconds wait{0};
    for (const auto& limit : limits) {
        const auto start = window_start(tx.now, limit.window);
        const auto count = tx.one<std::int64_t>(R"(
            INSERT INTO rate_counters (bucket, window_start, count)
            VALUES (:bucket, :start, 1)
            ON CONFLICT (bucket, window_start) DO UPDATE SET count = rate_counters.count + 1
            RETURNING count)",
                                                windowed(bucket, limit), start);
        if (count <= limit.most) continue;
        wait =
            std::max(wait, std::chrono::ceil<std::chrono::seconds>(start + limit.window - tx.now));
    }
    return wait;
}

void demand_patience(std::chrono::seconds wait)
{
    if (wait == 0s) return;
    throw RetryLater(Refusal::too_many_requests,
                     {"Trop d'essais : attendez un peu avant de recommencer.",
                      "Too many attempts: wait a little before trying again."},
                     wait);
}

void count_sign_in(Transaction& tx, const std::string& email_index,
                   const accounts::ConnectionOrigin& from)
{
    const auto network_wait =
        count_attempt(tx, "sign_in_from " + network_index(tx, from), network_limits);
    auto account_wait =
        count_attempt(tx, bucket_of(tx, "sign_in", email_index, from), sign_in_limits);
    if (account_wait > bearable) {
        const auto own = own_bucket(tx, email_index, from);
        account_wait = std::min(account_wait, count_attempt(tx, own, own_sign_in_limits));
    }
    demand_patience(std::max(network_wait, account_wait));
}

void forgive_sign_in(Transaction& tx, const std::string& email_index,
                     const accounts::ConnectionOrigin& from)
{
    forgive(tx, "sign_in_from " + network_index(tx, from), network_limits);
    forgive(tx, bucket_of(tx, "sign_in", email_index, from), sign_in_limits);
    forgive(tx, own_bucket(tx, email_index, from), own_sign_in_limits);
}

void count_code(Transaction& tx, const std::string& email_index,
                const accounts::ConnectionOrigin& from)
{
    demand_patience(count_attempt(tx, bucket_of(tx, "code", email_index, from), sign_in_limits));
}

void forgive_code(Transaction& tx, const std::string& email_index,
                  const accounts::ConnectionOrigin& from)
{
    forgive(tx, bucket_of(tx, "code", email_index, from), sign_in_limits);
}

bool may_be_mailed(Transaction& tx, const std::string& email_index,
                   const accounts::ConnectionOrigin& from)
{
    const auto network = network_index(tx, from);
    demand_patience(count_attempt(tx, "mail_from " + network, network_limits));
    const auto own_wait =
        count_attempt(tx, "mail_to " + email_index + " " + network, first_mail_of_a_network);
    return std::min(own_wait, count_attempt(tx, "mail_to " + email_index, mail_limits)) == 0s;
}

void count_proof(Transaction& tx, const AccountId& account, Tried what)
{
    demand_patience(count_attempt(tx, bucket_of(what, account), sign_in_limits));
}

void forgive_proof(Transaction& tx, const AccountId& account, Tried what)
{
    forgive(tx, bucket_of(what, account), sign_in_limits);
}

void count_code_mail(Transaction& tx, const AccountId& account)
{
    demand_patience(count_attempt(tx, "proof_mail " + account.text(), sign_in_limits));
}

void count_link_proof(Transaction& tx, const AccountId& account)
{
    demand_patience(count_attempt(tx, "link " + account.text(), sign_in_limits));
}

void forgive_link_proof(Transaction& tx, const AccountId& account)
{
    forgive(tx, "link " + account.text(), sign_in_limits);
}

void count_document_claim(Transaction& tx, const std::string& link_index,
                          const accounts::ConnectionOrigin& from)
{
    const auto network_wait =
        count_attempt(tx, "documents_from " + network_index(tx, from), network_limits);
    const auto link_wait = count_attempt(tx, "documents " + link_index, sign_in_limits);
    demand_patience(std::max(network_wait, link_wait));
}

void forgive_document_claim(Transaction& tx, const std::string& link_index,
                            const accounts::ConnectionOrigin& from)
{
    forgive(tx, "documents_from " + network_index(tx, from), network_limits);
    forgive(tx, "documents " + link_index, sign_in_limits);
}

std::string network_index(Transaction& tx, const accounts::ConnectionOrigin& from)
{
    return tx.vault.blind_index("network", from.network());
}

} // namespace domain::access
