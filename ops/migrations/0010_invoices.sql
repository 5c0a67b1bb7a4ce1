-- One line of numbers: per provider for what is invoiced in its name, one for the operator's
-- commission. Locked, read and moved on inside the transaction that issues.
CREATE TABLE invoice_series (
    series TEXT PRIMARY KEY,
    issuer_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('service_invoice', 'commission_invoice', 'credit_note')),
    year BIGINT NOT NULL,
    last_n BIGINT NOT NULL CHECK (last_n >= 0),
    last_issued_at BIGINT NOT NULL,
    positions BIGINT NOT NULL CHECK (positions >= 0),
    last_hash TEXT NOT NULL,
    UNIQUE (issuer_id, kind)
);

-- Issued documents, frozen: never updated, deleted only under a destruction order.
CREATE TABLE invoices (
    id TEXT PRIMARY KEY,
    series TEXT NOT NULL REFERENCES invoice_series (series),
    year BIGINT NOT NULL,
    n BIGINT NOT NULL CHECK (n > 0),
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('service_invoice', 'commission_invoice', 'credit_note')),
    order_id TEXT NOT NULL,
    credits_id TEXT REFERENCES invoices (id),
    issuer_id TEXT NOT NULL,
    buyer_id TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    issue_day TEXT NOT NULL,
    fiscal_year_end TEXT NOT NULL,
    currency TEXT NOT NULL,
    net_minor BIGINT NOT NULL,
    vat_minor BIGINT NOT NULL,
    gross_minor BIGINT NOT NULL,
    record TEXT NOT NULL,
    xml TEXT NOT NULL,
    xml_sha256 TEXT NOT NULL,
    UNIQUE (series, year, n),
    CHECK (net_minor + vat_minor = gross_minor),
    CHECK ((kind = 'credit_note') = (credits_id IS NOT NULL))
);

CREATE UNIQUE INDEX invoices_once_per_order ON invoices (order_id, kind) WHERE kind <> 'credit_note';

CREATE INDEX invoices_by_issuer ON invoices (issuer_id, id);

CREATE INDEX invoices_by_buyer ON invoices (buyer_id, id);

CREATE INDEX invoices_by_day ON invoices (issue_day);

-- What makes a commitment unguessable; destroyed with the invoice it belongs to.
CREATE TABLE invoice_salts (
    invoice_id TEXT PRIMARY KEY REFERENCES invoices (id),
    salt TEXT NOT NULL
);

-- The chain of each series: hash = H(hash before ‖ commitment), commitment = H(salt ‖ record) for
-- an invoice, H(salt ‖ SHA-256 of the bytes) for its file. Kept for ever; names nobody.
CREATE TABLE invoice_chain (
    series TEXT NOT NULL REFERENCES invoice_series (series),
    position BIGINT NOT NULL CHECK (position > 0),
    entry TEXT NOT NULL CHECK (entry IN ('invoice', 'file')),
    invoice_id TEXT NOT NULL,
    year BIGINT NOT NULL,
    n BIGINT NOT NULL,
    issued_at BIGINT NOT NULL,
    commitment TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (series, position),
    UNIQUE (invoice_id, entry)
);

-- The document as first rendered, sealed in pieces.
CREATE TABLE invoice_files (
    invoice_id TEXT PRIMARY KEY REFERENCES invoices (id),
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size > 0),
    stored_at BIGINT NOT NULL
);

CREATE TABLE invoice_file_chunks (
    invoice_id TEXT NOT NULL REFERENCES invoice_files (invoice_id),
    n BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (invoice_id, n)
);

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

-- Every read of the archive: who, what, when.
CREATE TABLE archive_reads (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    reader TEXT NOT NULL,
    what TEXT NOT NULL,
    object TEXT NOT NULL
);

CREATE INDEX archive_reads_by_object ON archive_reads (object, at);
