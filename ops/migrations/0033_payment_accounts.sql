-- A member's users at Mangopay: a PAYER to act as client, an OWNER to act as provider.
CREATE TABLE payment_accounts (
    account_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('payer', 'owner')),
    person_type TEXT NOT NULL CHECK (person_type IN ('natural', 'legal')),
    user_id TEXT UNIQUE,
    wallet_id TEXT UNIQUE,
    user_status TEXT NOT NULL,
    kyc_level TEXT NOT NULL,
    inflows_blocked BIGINT NOT NULL,
    outflows_blocked BIGINT NOT NULL,
    block_code TEXT NOT NULL,
    payout_blocked_code TEXT NOT NULL,
    -- when its owner declared another identity, until that one is verified; whether the user at
    -- Mangopay has it, and why not
    unverified_since BIGINT,
    identity_taken BIGINT NOT NULL,
    identity_refusal TEXT NOT NULL,
    -- until when Mangopay wants its owner verified again, and when its owner was told last
    renewal_due BIGINT,
    renewal_told_at BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, role)
);

-- The state of hosted verifications. No document, no data from one.
CREATE TABLE identity_verifications (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    operation_id TEXT NOT NULL UNIQUE REFERENCES money_operations (id),
    state TEXT NOT NULL,
    reasons TEXT NOT NULL,
    hosted_url TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    decided_at BIGINT
);

CREATE INDEX identity_verifications_by_account ON identity_verifications (account_id, created_at);

-- Where a provider is paid to: Mangopay's id and state of it. The account number itself is
-- known to Mangopay only.
CREATE TABLE payout_recipients (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    operation_id TEXT NOT NULL UNIQUE REFERENCES money_operations (id),
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE INDEX payout_recipients_by_account ON payout_recipients (account_id, created_at);
