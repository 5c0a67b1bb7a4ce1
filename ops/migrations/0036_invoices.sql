-- Issued documents, as they were issued.
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

-- append-only: invoices

-- What makes a commitment unguessable; destroyed with the invoice it belongs to.
CREATE TABLE invoice_salts (
    invoice_id TEXT PRIMARY KEY REFERENCES invoices (id),
    salt TEXT NOT NULL
);

-- append-only: invoice_salts, deleted by invoice_id

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

-- append-only: invoice_chain, never deleted

-- The document as first rendered, sealed in pieces.
CREATE TABLE invoice_files (
    invoice_id TEXT PRIMARY KEY REFERENCES invoices (id),
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size > 0),
    stored_at BIGINT NOT NULL
);

-- append-only: invoice_files, deleted by invoice_id

CREATE TABLE invoice_file_chunks (
    invoice_id TEXT NOT NULL REFERENCES invoice_files (invoice_id),
    n BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (invoice_id, n)
);

-- append-only: invoice_file_chunks, deleted by invoice_id
