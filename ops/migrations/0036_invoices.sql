-- Issued documents, as they were issued. occasion: '' for what there is once for an order; else which
-- deposit, fee or credit note of the order it is. What is long stands last: SQLite reads up to what it
-- is asked for.
CREATE TABLE invoices (
    id TEXT PRIMARY KEY,
    series TEXT NOT NULL REFERENCES invoice_series (series),
    year BIGINT NOT NULL,
    n BIGINT NOT NULL CHECK (n > 0),
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('service_invoice', 'commission_invoice', 'deposit_invoice',
                                       'final_invoice', 'fee_invoice', 'credit_note')),
    order_id TEXT NOT NULL,
    occasion TEXT NOT NULL,
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
    record_sha256 TEXT NOT NULL,
    xml_sha256 TEXT NOT NULL,
    record TEXT NOT NULL,
    xml TEXT NOT NULL,
    UNIQUE (series, year, n),
    UNIQUE (order_id, kind, occasion),
    CHECK (net_minor + vat_minor = gross_minor),
    CHECK ((kind = 'credit_note') = (credits_id IS NOT NULL))
);

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

-- The chain of each series, its second formula (ops/reference/chain.md): the hash covers the hash
-- before it and every column here; the commitment, under the invoice's salt, its row with the hashes of
-- record and XML, or the file's row. issued_at: of a file, when it was stored. Kept for ever; names nobody.
CREATE TABLE invoice_chain (
    version BIGINT NOT NULL,
    series TEXT NOT NULL REFERENCES invoice_series (series),
    position BIGINT NOT NULL CHECK (position > 0),
    entry TEXT NOT NULL CHECK (entry IN ('invoice', 'file', 'duplicate')),
    invoice_id TEXT NOT NULL,
    year BIGINT NOT NULL,
    n BIGINT NOT NULL,
    number TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    fiscal_year_end TEXT NOT NULL,
    commitment TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (series, position)
);

CREATE UNIQUE INDEX invoice_chain_once ON invoice_chain (invoice_id, entry) WHERE entry <> 'duplicate';

CREATE INDEX invoice_chain_by_invoice ON invoice_chain (invoice_id);

-- append-only: invoice_chain, never deleted

-- How far a series had got when it was signed, every hour that it moved and at each export: Ed25519
-- over series, position, number, hash, instant and the hash of the head before (empty in the first).
-- What is cut off or rewritten before it is seen; the key database remembers the last of each series.
CREATE TABLE series_heads (
    version BIGINT NOT NULL,
    series TEXT NOT NULL REFERENCES invoice_series (series),
    position BIGINT NOT NULL CHECK (position > 0),
    number TEXT NOT NULL,
    hash TEXT NOT NULL,
    signed_at BIGINT NOT NULL,
    head_before TEXT NOT NULL,
    key_id TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (series, position),
    UNIQUE (series, head_before)
);

-- append-only: series_heads, never deleted

-- The document as first rendered, sealed in pieces; and duplicates of it, rendered again where it was
-- lost. position: of its link in the chain.
CREATE TABLE invoice_files (
    invoice_id TEXT NOT NULL REFERENCES invoices (id),
    position BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size > 0),
    stored_at BIGINT NOT NULL,
    PRIMARY KEY (invoice_id, position)
);

-- append-only: invoice_files, deleted by invoice_id

CREATE TABLE invoice_file_chunks (
    invoice_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    n BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (invoice_id, position, n),
    FOREIGN KEY (invoice_id, position) REFERENCES invoice_files (invoice_id, position)
);

-- append-only: invoice_file_chunks, deleted by invoice_id

-- What was found damaged, by whoever read or looked. part: content (columns, record, XML) or file (the
-- PDF). remade_at: since when it is given out all the same, made again from the frozen record;
-- resolved_at: when it was found whole again. Deleted with the invoice; names nobody.
CREATE TABLE document_damages (
    invoice_id TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('content', 'file')),
    damage TEXT NOT NULL CHECK (damage IN ('link_changed', 'columns_changed', 'key_lost',
                                           'record_changed', 'xml_changed', 'file_lost',
                                           'file_changed')),
    found_at BIGINT NOT NULL,
    remade_at BIGINT,
    resolved_at BIGINT,
    PRIMARY KEY (invoice_id, part, damage)
);
