#include "payments/payment_accounts/payment_account_store.hpp"

namespace payments::payment_accounts {

namespace {

/// A row exactly as the database spells it.
struct Row {
    std::string account_id, role;
    std::optional<std::string> user_id, wallet_id;
    std::string user_status, kyc_level;
    bool inflows_blocked = false, outflows_blocked = false;
    std::string block_code, payout_blocked_code;

    auto fields()
    {
        return std::tie(account_id, role, user_id, wallet_id, user_status, kyc_level,
                        inflows_blocked, outflows_blocked, block_code, payout_blocked_code);
    }
};

PaymentAccount to_account(Row row)
{
    const auto role = parse_role(row.role);
    domain::check(role.has_value(), "a stored payment account is readable");
    return {std::move(row.account_id),  *role,
            row.user_id.value_or(""),   row.wallet_id.value_or(""),
            std::move(row.user_status), std::move(row.kyc_level),
            row.inflows_blocked,        row.outflows_blocked,
            std::move(row.block_code),  std::move(row.payout_blocked_code)};
}

std::optional<std::string> if_any(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace

std::optional<PaymentAccount> maybe_find(Transaction& tx, std::string_view account_id, Role role)
{
    auto row = tx.maybe<Row>(R"(
        SELECT account_id, role, user_id, wallet_id, user_status, kyc_level, inflows_blocked,
               outflows_blocked, block_code, payout_blocked_code
          FROM payment_accounts
         WHERE account_id = :account AND role = :role)",
                             account_id, name(role));
    if (!row) return {};
    return to_account(std::move(*row));
}

std::optional<PaymentAccount> find_by_user(Transaction& tx, std::string_view user_id)
{
    auto row = tx.maybe<Row>(R"(
        SELECT account_id, role, user_id, wallet_id, user_status, kyc_level, inflows_blocked,
               outflows_blocked, block_code, payout_blocked_code
          FROM payment_accounts
         WHERE user_id = :user)",
                             user_id);
    if (!row) return {};
    return to_account(std::move(*row));
}

std::vector<PaymentAccount> page_by_wallet(Transaction& tx, std::string_view wallet_id, int most)
{
    std::vector<PaymentAccount> accounts;
    for (auto& row : tx.all<Row>(R"(
             SELECT account_id, role, user_id, wallet_id, user_status, kyc_level, inflows_blocked,
                    outflows_blocked, block_code, payout_blocked_code
               FROM payment_accounts
              WHERE wallet_id > :after
              ORDER BY wallet_id
              LIMIT :most)",
                                 wallet_id, most)) {
        accounts.push_back(to_account(std::move(row)));
    }
    return accounts;
}

void insert(Transaction& tx, std::string_view account_id, Role role, bool is_company)
{
    tx.run(R"(
        INSERT INTO payment_accounts (account_id, role, person_type, user_status, kyc_level,
                                      inflows_blocked, outflows_blocked, block_code,
                                      payout_blocked_code, created_at, updated_at)
        VALUES (:account, :role, :type, '', 'LIGHT', 0, 0, '', '', :at, :at)
        ON CONFLICT (account_id, role) DO NOTHING)",
           account_id, name(role), is_company ? "legal" : "natural", tx.now);
}

void save(Transaction& tx, const PaymentAccount& account)
{
    tx.run(R"(
        UPDATE payment_accounts
           SET user_id = :user, wallet_id = :wallet, user_status = :status, kyc_level = :level,
               inflows_blocked = :inflows, outflows_blocked = :outflows, block_code = :code,
               payout_blocked_code = :payout_code, updated_at = :at
         WHERE account_id = :account AND role = :role)",
           if_any(account.user_id), if_any(account.wallet_id), account.user_status,
           account.kyc_level, account.inflows_blocked, account.outflows_blocked, account.block_code,
           account.payout_blocked_code, tx.now, account.account_id, name(account.role));
}

std::optional<Verification> latest_verification(Transaction& tx, std::string_view account_id)
{
    return tx.maybe<Verification>(R"(
        SELECT id, state, reasons, hosted_url, created_at, decided_at
          FROM identity_verifications
         WHERE account_id = :account
         ORDER BY created_at DESC, operation_id DESC
         LIMIT 1)",
                                  account_id);
}

std::optional<std::string> account_of_verification(Transaction& tx, std::string_view id)
{
    return tx.maybe<std::string>("SELECT account_id FROM identity_verifications WHERE id = :id",
                                 id);
}

void insert_verification(Transaction& tx, std::string_view account_id,
                         std::string_view operation_id, const Resource& resource)
{
    tx.run(R"(
        INSERT INTO identity_verifications (id, account_id, operation_id, state, reasons,
                                            hosted_url, created_at)
        VALUES (:id, :account, :operation, :state, '', :url, :at)
        ON CONFLICT DO NOTHING)",
           resource.id, account_id, operation_id, resource.state, resource.redirect_url, tx.now);
}

bool save_verification(Transaction& tx, const VerificationState& state)
{
    const bool decided = state.status != "PENDING";
    return tx.run(R"(
        UPDATE identity_verifications
           SET state = :state, reasons = :reasons,
               hosted_url = CASE WHEN :decided = 1 THEN '' ELSE hosted_url END,
               decided_at = CASE WHEN :decided = 1 THEN :at ELSE decided_at END
         WHERE id = :id AND state <> :state)",
                  state.status, joined(state.reasons), decided, tx.now, state.id) == 1;
}

std::optional<Recipient> latest_recipient(Transaction& tx, std::string_view account_id)
{
    return tx.maybe<Recipient>(R"(
        SELECT id, state, created_at
          FROM payout_recipients
         WHERE account_id = :account
         ORDER BY created_at DESC, operation_id DESC
         LIMIT 1)",
                               account_id);
}

std::optional<Recipient> active_recipient(Transaction& tx, std::string_view account_id)
{
    return tx.maybe<Recipient>(R"(
        SELECT id, state, created_at
          FROM payout_recipients
         WHERE account_id = :account AND state = 'ACTIVE'
         ORDER BY created_at DESC, operation_id DESC
         LIMIT 1)",
                               account_id);
}

std::optional<std::string> account_of_recipient(Transaction& tx, std::string_view id)
{
    return tx.maybe<std::string>("SELECT account_id FROM payout_recipients WHERE id = :id", id);
}

void insert_recipient(Transaction& tx, std::string_view account_id, std::string_view operation_id,
                      const Resource& resource)
{
    tx.run(R"(
        INSERT INTO payout_recipients (id, account_id, operation_id, state, created_at, updated_at)
        VALUES (:id, :account, :operation, :state, :at, :at)
        ON CONFLICT DO NOTHING)",
           resource.id, account_id, operation_id, resource.state, tx.now);
}

bool save_recipient(Transaction& tx, std::string_view id, std::string_view state)
{
    return tx.run(R"(
        UPDATE payout_recipients
           SET state = :state, updated_at = :at
         WHERE id = :id AND state <> :state)",
                  state, tx.now, id) == 1;
}

std::vector<std::string> open_verifications(Transaction& tx, int most)
{
    return tx.all<std::string>(R"(
        SELECT id
          FROM identity_verifications
         WHERE state IN ('PENDING', 'REVIEW', 'PENDING_PSC_ACTION')
         ORDER BY created_at DESC
         LIMIT :most)",
                               most);
}

std::vector<std::string> open_recipients(Transaction& tx, int most)
{
    return tx.all<std::string>(R"(
        SELECT id
          FROM payout_recipients
         WHERE state = 'PENDING'
         ORDER BY created_at DESC
         LIMIT :most)",
                               most);
}

} // namespace payments::payment_accounts
