-- Read-only keys for accountants' programs; only the hash of the secret is known here.
CREATE TABLE archive_keys (
    id TEXT PRIMARY KEY,
    secret_sha256 TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    issuer_id TEXT,
    from_day TEXT,
    to_day TEXT,
    minted_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);

CREATE INDEX archive_keys_by_minter ON archive_keys (minted_by, id);

CREATE INDEX archive_keys_by_issuer ON archive_keys (issuer_id, id) WHERE issuer_id IS NOT NULL;

-- Every read of the archive: who, what, when.
CREATE TABLE archive_reads (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    reader TEXT NOT NULL,
    what TEXT NOT NULL,
    object TEXT NOT NULL
);

CREATE INDEX archive_reads_by_object ON archive_reads (object, at);

-- append-only: archive_reads

-- The way of whoever closed its account to its own documents. Of what the last mail carries only a
-- keyed index is known here; the account is a pseudonym by then.
CREATE TABLE document_links (
    id TEXT PRIMARY KEY,
    token_index TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);

CREATE INDEX document_links_by_account ON document_links (account_id);
