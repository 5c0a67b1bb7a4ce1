#include "payments/payment_accounts/payment_account_store.hpp"

namespace payments::payment_accounts {

namespace {

using domain::storage::written;

/// A row exactly as the database spells it.
struct Row {
    AccountId account_id = domain::storage::unread;
    std::string role;
    std::optional<UserId> user_id;
    std::optional<WalletId> wallet_id;
    std::string user_status, kyc_level;
    bool inflows_blocked = false, outflows_blocked = false;
    std::string block_code, payout_blocked_code;
    std::optional<domain::Instant> unverified_since;
    bool identity_taken = true;
    std::string identity_refusal;
    std::optional<domain::Instant> renewal_due, renewal_told_at;

    auto fields()
    {
        return std::tie(account_id, role, user_id, wallet_id, user_status, kyc_level,
                        inflows_blocked, outflows_blocked, block_code, payout_blocked_code,
                        unverified_since, identity_taken, identity_refusal, renewal_due,
                        renewal_told_at);
    }
};

PaymentAccount to_account(Row row)
{
    return {std::move(row.account_id),
            domain::stored(parse_role(row.role)),
            row.user_id.value_or(UserId()),
            row.wallet_id.value_or(WalletId()),
            user_status(row.user_status),
            kyc_level(row.kyc_level),
            row.inflows_blocked,
            row.outflows_blocked,
            std::move(row.block_code),
            std::move(row.payout_blocked_code),
            row.unverified_since,
            row.identity_taken,
            std::move(row.identity_refusal),
            row.renewal_due,
            row.renewal_told_at};
}

/// Which row it is.
struct Key {
    AccountId account_id = domain::storage::unread;
    std::string role;
    auto fields() { return std::tie(account_id, role); }
};

PaymentAccount at(Transaction& tx, const Key& key)
{
    auto found = maybe_find(tx, key.account_id, domain::stored(parse_role(key.role)));
    domain::check(found.has_value(), "a payment account that was listed is there");
    return std::move(*found);
}

struct VerificationRow {
    VerificationId id;
    std::string state, reasons, hosted_url;
    domain::Instant created_at;
    std::optional<domain::Instant> decided_at;
    auto fields() { return std::tie(id, state, reasons, hosted_url, created_at, decided_at); }
};

struct RecipientRow {
    RecipientId id;
    std::string state;
    domain::Instant created_at;
    auto fields() { return std::tie(id, state, created_at); }
};

std::optional<Recipient> to_recipient(std::optional<RecipientRow> row)
{
    if (!row) return {};
    return Recipient{std::move(row->id), recipient_status(row->state), row->created_at};
}

template <typename Id>
std::optional<Id> if_any(const Id& id)
{
    return id.empty() ? std::nullopt : std::optional(id);
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace

std::optional<PaymentAccount> maybe_find(Transaction& tx, const AccountId& account, Role role)
{
    auto row = tx.maybe<Row>(R"(
        SELECT account_id, role, user_id, wallet_id, user_status, kyc_level, inflows_blocked,
               outflows_blocked, block_code, payout_blocked_code, unverified_since,
               identity_taken, identity_refusal, renewal_due, renewal_told_at
          FROM payment_accounts
         WHERE account_id = :account AND role = :role)",
                             account, name(role));
    if (!row) return {};
    return to_account(std::move(*row));
}

std::optional<PaymentAccount> find_by_user(Transaction& tx, const UserId& user)
{
    const auto key =
        tx.maybe<Key>("SELECT account_id, role FROM payment_accounts WHERE user_id = :user", user);
    if (!key) return {};
    return at(tx, *key);
}

std::vector<PaymentAccount> page_by_wallet(Transaction& tx, const WalletId& after, int most)
{
    std::vector<PaymentAccount> accounts;
    for (const auto& key : tx.all<Key>(R"(
             SELECT account_id, role
               FROM payment_accounts
              WHERE wallet_id > :after
              ORDER BY wallet_id
              LIMIT :most)",
                                       after, most)) {
        accounts.push_back(at(tx, key));
    }
    return accounts;
}

void insert(Transaction& tx, const AccountId& account, Role role, bool is_company)
{
    tx.run(R"(
        INSERT INTO payment_accounts (account_id, role, person_type, user_status, kyc_level,
                                      inflows_blocked, outflows_blocked, block_code,
                                      payout_blocked_code, identity_taken, identity_refusal,
                                      created_at, updated_at)
        VALUES (:account, :role, :type, :none, :light, 0, 0, '', '', 1, '', :at, :at)
        ON CONFLICT (account_id, role) DO NOTHING)",
           account, name(role), is_company ? "legal" : "natural", written<UserStatus::none>,
           written<KycLevel::light>, tx.now);
}

void save(Transaction& tx, const PaymentAccount& account)
{
    tx.run(R"(
        UPDATE payment_accounts
           SET user_id = :user, wallet_id = :wallet, user_status = :status, kyc_level = :level,
               inflows_blocked = :inflows, outflows_blocked = :outflows, block_code = :code,
               payout_blocked_code = :payout_code, unverified_since = :since,
               identity_taken = :taken, identity_refusal = :refusal, renewal_due = :due,
               renewal_told_at = :told_at, updated_at = :at
         WHERE account_id = :account AND role = :role)",
           if_any(account.user_id), if_any(account.wallet_id), name(account.user_status),
           name(account.kyc_level), account.inflows_blocked, account.outflows_blocked,
           account.block_code, account.payout_blocked_code, account.unverified_since,
           account.is_identity_taken, account.identity_refusal, account.renewal_due,
           account.renewal_told_at, tx.now, account.account_id, name(account.role));
}

std::optional<Verification> latest_verification(Transaction& tx, const AccountId& account)
{
    auto row = tx.maybe<VerificationRow>(R"(
        SELECT id, state, reasons, hosted_url, created_at, decided_at
          FROM identity_verifications
         WHERE account_id = :account
         ORDER BY created_at DESC, operation_id DESC
         LIMIT 1)",
                                         account);
    if (!row) return {};
    return Verification{std::move(row->id),      verification_status(row->state),
                        std::move(row->reasons), std::move(row->hosted_url),
                        row->created_at,         row->decided_at};
}

std::optional<Verification> current_verification(Transaction& tx, const PaymentAccount& owner)
{
    auto latest = latest_verification(tx, owner.account_id);
    const bool is_of_before =
        latest && owner.unverified_since && latest->created_at <= *owner.unverified_since;
    return is_of_before ? std::nullopt : latest;
}

std::optional<AccountId> account_of_verification(Transaction& tx, const VerificationId& id)
{
    return tx.maybe<AccountId>("SELECT account_id FROM identity_verifications WHERE id = :id", id);
}

void insert_verification(Transaction& tx, const AccountId& account,
                         const MoneyOperationId& operation, const Resource& resource)
{
    tx.run(R"(
        INSERT INTO identity_verifications (id, account_id, operation_id, state, reasons,
                                            hosted_url, created_at)
        VALUES (:id, :account, :operation, :state, '', :url, :at)
        ON CONFLICT DO NOTHING)",
           resource.id, account, operation, name(verification_status(resource.state)),
           resource.redirect_url, tx.now);
}

bool save_verification(Transaction& tx, const VerificationState& state)
{
    const bool decided = state.status != VerificationStatus::pending;
    return tx.run(R"(
        UPDATE identity_verifications
           SET state = :state, reasons = :reasons,
               hosted_url = CASE WHEN :decided = 1 THEN '' ELSE hosted_url END,
               decided_at = CASE WHEN :decided = 1 THEN :at ELSE decided_at END
         WHERE id = :id AND state <> :state)",
                  name(state.status), joined(state.reasons), decided, tx.now, state.id) == 1;
}

std::optional<Recipient> latest_recipient(Transaction& tx, const AccountId& account)
{
    return to_recipient(tx.maybe<RecipientRow>(R"(
        SELECT id, state, created_at
          FROM payout_recipients
         WHERE account_id = :account
         ORDER BY created_at DESC, operation_id DESC
         LIMIT 1)",
                                               account));
}

std::optional<Recipient> active_recipient(Transaction& tx, const AccountId& account)
{
    return to_recipient(tx.maybe<RecipientRow>(R"(
        SELECT id, state, created_at
          FROM payout_recipients
         WHERE account_id = :account AND state = :active
         ORDER BY created_at DESC, operation_id DESC
         LIMIT 1)",
                                               account, written<RecipientStatus::active>));
}

std::optional<AccountId> account_of_recipient(Transaction& tx, const RecipientId& id)
{
    return tx.maybe<AccountId>("SELECT account_id FROM payout_recipients WHERE id = :id", id);
}

void insert_recipient(Transaction& tx, const AccountId& account, const MoneyOperationId& operation,
                      const Resource& resource)
{
    tx.run(R"(
        INSERT INTO payout_recipients (id, account_id, operation_id, state, created_at, updated_at)
        VALUES (:id, :account, :operation, :state, :at, :at)
        ON CONFLICT DO NOTHING)",
           resource.id, account, operation, name(recipient_status(resource.state)), tx.now);
}

bool save_recipient(Transaction& tx, const RecipientState& state)
{
    return tx.run(R"(
        UPDATE payout_recipients
           SET state = :state, updated_at = :at
         WHERE id = :id AND state <> :state)",
                  name(state.status), tx.now, state.id) == 1;
}

std::vector<VerificationId> open_verifications(Transaction& tx, int most)
{
    return tx.all<VerificationId>(R"(
        SELECT id
          FROM identity_verifications
         WHERE state IN (:open)
         ORDER BY created_at DESC
         LIMIT :most)",
                                  written<open_verification_statuses>, most);
}

std::vector<RecipientId> open_recipients(Transaction& tx, int most)
{
    return tx.all<RecipientId>(R"(
        SELECT id
          FROM payout_recipients
         WHERE state = :pending
         ORDER BY created_at DESC
         LIMIT :most)",
                               written<RecipientStatus::pending>, most);
}

} // namespace payments::payment_accounts
