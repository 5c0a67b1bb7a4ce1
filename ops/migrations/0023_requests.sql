-- A client's need, sealed under the client's key, and whom it was sent to.
CREATE TABLE requests (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL,
    content TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('open', 'fulfilled', 'withdrawn', 'refused', 'expired')),
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    closed_at BIGINT,
    version BIGINT NOT NULL
);

CREATE INDEX requests_by_client ON requests (client_id, id);

CREATE INDEX requests_to_expire ON requests (expires_at) WHERE state = 'open';

CREATE TABLE request_recipients (
    request_id TEXT NOT NULL REFERENCES requests (id),
    provider_id TEXT NOT NULL,
    refused_at BIGINT,
    PRIMARY KEY (request_id, provider_id)
);

CREATE INDEX request_recipients_by_provider ON request_recipients (provider_id, request_id);
