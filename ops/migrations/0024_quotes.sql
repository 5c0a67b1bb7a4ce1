CREATE TABLE quotes (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES requests (id),
    client_id TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('sent', 'accepted', 'refused', 'withdrawn', 'expired', 'passed_over')),
    version BIGINT NOT NULL CHECK (version >= 1),
    currency TEXT NOT NULL,
    net_minor BIGINT NOT NULL CHECK (net_minor >= 0),
    vat_minor BIGINT NOT NULL CHECK (vat_minor >= 0),
    gross_minor BIGINT NOT NULL CHECK (gross_minor = net_minor + vat_minor),
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    closed_at BIGINT
);

-- A provider has one living answer to a request; what it changes becomes a new version of it.
CREATE UNIQUE INDEX quotes_living ON quotes (request_id, provider_id) WHERE state = 'sent';

CREATE UNIQUE INDEX quotes_accepted ON quotes (request_id) WHERE state = 'accepted';

CREATE INDEX quotes_by_request ON quotes (request_id, id);

CREATE INDEX quotes_by_client ON quotes (client_id, id);

CREATE INDEX quotes_by_provider ON quotes (provider_id, id);

CREATE INDEX quotes_to_expire ON quotes (expires_at) WHERE state = 'sent';

-- `content` is the exact text, sealed under the provider's key, salt inside;
-- `id` is the quote's with the version's number behind a point.
CREATE TABLE quote_versions (
    id TEXT PRIMARY KEY,
    quote_id TEXT NOT NULL REFERENCES quotes (id),
    version BIGINT NOT NULL,
    content TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    UNIQUE (quote_id, version)
);

-- append-only: quote_versions
