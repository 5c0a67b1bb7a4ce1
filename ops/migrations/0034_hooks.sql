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

-- What a bank sent back, by Mangopay's refund of the payout: read again until its payout is booked
-- as returned, or it is known to be none of ours.
CREATE TABLE payout_returns (
    refund_id TEXT PRIMARY KEY,
    noticed_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    settled_at BIGINT
);

CREATE INDEX payout_returns_due ON payout_returns (due_at) WHERE settled_at IS NULL;

-- Up to where the list of events was read, per type.
CREATE TABLE hook_cursors (
    event_type TEXT PRIMARY KEY,
    read_until BIGINT NOT NULL
);
