-- Announced in the transaction that made them true; done by jobs, at least once.
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    lease_owner TEXT,
    lease_generation BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    done_at BIGINT,
    failed_at BIGINT
);

CREATE INDEX events_to_do ON events (due_at, id) WHERE done_at IS NULL AND failed_at IS NULL;

CREATE INDEX events_by_subject ON events (subject, id) WHERE done_at IS NULL AND failed_at IS NULL;
