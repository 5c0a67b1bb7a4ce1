-- One line of numbers: per provider for what is invoiced in its name, one for the operator's
-- commission. Locked, read and moved on inside the transaction that issues. kind: what it was opened
-- for; a seller's documents of other kinds may be numbered in it, or in a series of their own.
CREATE TABLE invoice_series (
    series TEXT PRIMARY KEY,
    issuer_id TEXT NOT NULL,
    -- which of the issuer's identities: its SIREN, else its VAT number, else "identity N"
    seller TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('service_invoice', 'commission_invoice', 'deposit_invoice',
                                       'final_invoice', 'fee_invoice', 'credit_note')),
    year BIGINT NOT NULL,
    last_n BIGINT NOT NULL CHECK (last_n >= 0),
    last_issued_at BIGINT NOT NULL,
    positions BIGINT NOT NULL CHECK (positions >= 0),
    last_hash TEXT NOT NULL,
    -- up to which date of its own it goes on although it is ahead of the time: two people decided
    accepted_until BIGINT NOT NULL DEFAULT 0,
    -- the series that goes on in its place, likewise; it takes no number any more
    successor TEXT
);

-- A seller has one of each kind to number in.
CREATE UNIQUE INDEX invoice_series_open ON invoice_series (issuer_id, seller, kind)
    WHERE successor IS NULL;

CREATE INDEX invoice_series_by_date ON invoice_series (last_issued_at);

-- kept: invoice_series, never deleted
