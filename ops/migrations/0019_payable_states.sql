-- What Mangopay says of a provider, written by payments; the rest of "payable" is read live.
CREATE TABLE payable_states (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    mangopay_owner_id TEXT,
    kyc_regular BIGINT NOT NULL,
    -- from when on that counts no more, unless Mangopay says so again
    verified_until BIGINT,
    recipient_active BIGINT NOT NULL,
    -- 1, and one more each time a verified identity was replaced, with when
    identity_number BIGINT NOT NULL CHECK (identity_number >= 1),
    identity_since BIGINT,
    updated_at BIGINT NOT NULL
);
