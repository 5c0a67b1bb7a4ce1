-- Sealed under the account's `credential` key.
CREATE TABLE account_credentials (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    password_hash TEXT,
    password_set_at BIGINT,
    totp_secret TEXT,
    totp_confirmed_at BIGINT,
    totp_last_step BIGINT NOT NULL
);

-- One use each; a used one is deleted.
CREATE TABLE recovery_codes (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    code_index TEXT NOT NULL,
    PRIMARY KEY (account_id, code_index)
);
