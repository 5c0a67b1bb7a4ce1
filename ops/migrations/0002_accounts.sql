-- Whoever may sign in. What is about the person is sealed, in tables of its own.
-- email_index: keyed index of the verified address; an unverified sign-up claims nothing.
CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('member', 'staff', 'accountant', 'privacy_officer')),
    is_client BIGINT NOT NULL,
    is_provider BIGINT NOT NULL,
    is_company BIGINT NOT NULL,
    clientele TEXT CHECK (clientele IN ('professionals', 'individuals', 'both')),
    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    state TEXT NOT NULL CHECK (state IN ('active', 'closing', 'closed')),
    email_index TEXT UNIQUE,
    email_verified_at BIGINT,
    source TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_sign_in_at BIGINT,
    last_activity_at BIGINT NOT NULL,
    last_contact_at BIGINT,
    contract_ended_at BIGINT,
    deletion_requested_at BIGINT,
    closed_at BIGINT,
    version BIGINT NOT NULL
);

CREATE INDEX accounts_unverified ON accounts (created_at) WHERE email_verified_at IS NULL;

-- Sealed under the account's `identity` key.
CREATE TABLE account_identity (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    surname TEXT,
    first_name TEXT,
    birth_date TEXT,
    country_of_residence TEXT,
    nationality TEXT
);

-- Sealed under the account's `contact` key.
CREATE TABLE account_contact (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    email TEXT NOT NULL,
    phone TEXT,
    line1 TEXT,
    line2 TEXT,
    postcode TEXT,
    city TEXT,
    country TEXT
);

-- Sealed under the account's `identity` key, but for the two reasons and the regime: codes.
CREATE TABLE account_company (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    name TEXT,
    legal_form TEXT,
    siret TEXT,
    siret_none_because TEXT,
    vat_number TEXT,
    vat_none_because TEXT,
    vat_regime TEXT CHECK (vat_regime IN ('standard', 'franchise', 'exempt')),
    capital TEXT,
    rcs_city TEXT
);

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

-- What a link in a mail carries, hashed. One use each; a used one is deleted.
CREATE TABLE mailed_tokens (
    token_sha256 TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('email_verification', 'password', 'email_change')),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX mailed_tokens_by_account ON mailed_tokens (account_id, purpose);

-- A change of address: the new one until its link is followed, the former one until whoever reads
-- that mailbox can have been told. Sealed under the account's `contact` key.
CREATE TABLE email_changes (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    is_waiting BIGINT NOT NULL,
    new_email TEXT,
    former_email TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK ((is_waiting = 1) = (new_email IS NOT NULL))
);

CREATE UNIQUE INDEX email_changes_waiting ON email_changes (account_id) WHERE is_waiting = 1;

CREATE INDEX email_changes_by_age ON email_changes (changed_at);

-- user_agent is sealed under the account's `connection` key.
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    token_sha256 TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    channel TEXT NOT NULL CHECK (channel IN ('cookie', 'bearer')),
    second_factor BIGINT NOT NULL,
    user_agent TEXT,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX sessions_by_account ON sessions (account_id, created_at);

-- Who signed in or changed the address, from where: kept one year. Sealed under the account's `connection` key;
-- network_index is the keyed index of the network, to know one that was used before.
CREATE TABLE connection_log (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL,
    event TEXT NOT NULL,
    address TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    network_index TEXT NOT NULL
);

CREATE INDEX connection_log_by_account ON connection_log (account_id, at);

CREATE INDEX connection_log_by_age ON connection_log (at);

-- Append-only: who accepted which text, when. address and user_agent are sealed under the
-- account's `connection` key and may be unreadable after a year; the rest is the evidence.
CREATE TABLE terms_acceptances (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    document TEXT NOT NULL
        CHECK (document IN ('terms', 'invoicing_mandate', 'privacy_notice', 'mangopay_terms')),
    version TEXT NOT NULL,
    language TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    accepted_at BIGINT NOT NULL,
    address TEXT NOT NULL,
    user_agent TEXT NOT NULL
);

CREATE INDEX terms_acceptances_by_account ON terms_acceptances (account_id, document, accepted_at);

-- What Mangopay says of a provider, written by payments; the rest of "payable" is read live.
CREATE TABLE payable_states (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    mangopay_owner_id TEXT,
    kyc_regular BIGINT NOT NULL,
    recipient_active BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

-- No row: every kind is wanted.
CREATE TABLE mail_preferences (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    message BIGINT NOT NULL,
    quote BIGINT NOT NULL,
    payment BIGINT NOT NULL,
    review BIGINT NOT NULL
);
