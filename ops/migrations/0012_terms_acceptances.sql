-- Who accepted which text, when. address and user_agent are sealed under the
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

-- append-only: terms_acceptances
