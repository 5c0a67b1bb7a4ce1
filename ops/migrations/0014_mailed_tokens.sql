-- What a link in a mail carries, hashed. One use each; a used one is deleted.
CREATE TABLE mailed_tokens (
    token_sha256 TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('email_verification', 'password', 'email_change')),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX mailed_tokens_by_account ON mailed_tokens (account_id, purpose);

-- The code in a mail that proves its reader before a sensitive change, under a keyed index. One a
-- person, one use.
CREATE TABLE mailed_codes (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    code_index TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
