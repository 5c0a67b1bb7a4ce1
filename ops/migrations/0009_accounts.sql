-- Whoever may sign in. What is about the person is sealed, in tables of its own.
-- email_index: keyed index of the verified address; an unverified sign-up claims nothing.
-- wanted_email_index: of the address a sign-up waits to prove; several may want the same.
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
    wanted_email_index TEXT,
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

CREATE INDEX accounts_wanted_email ON accounts (wanted_email_index)
 WHERE wanted_email_index IS NOT NULL;
