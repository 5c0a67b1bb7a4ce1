-- What Mangopay called us about: a hint to read the object again, never the truth itself.
CREATE TABLE hooks (
    event_type TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    date BIGINT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('hook', 'events')),
    received_at BIGINT NOT NULL,
    PRIMARY KEY (event_type, resource_id, date)
);

CREATE INDEX hooks_by_age ON hooks (received_at);

-- Up to where the list of events was read, per type.
CREATE TABLE hook_cursors (
    event_type TEXT PRIMARY KEY,
    read_until BIGINT NOT NULL
);
