-- Files: rows of at most 256 KiB, written once.
CREATE TABLE files (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size >= 0),
    created_at BIGINT NOT NULL
);

CREATE INDEX files_by_owner ON files (owner_id, kind);

CREATE TABLE file_chunks (
    file_id TEXT NOT NULL REFERENCES files (id),
    n BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (file_id, n)
);

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

-- One holder per scheduled job, whatever the number of workers.
CREATE TABLE job_leases (
    name TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    lease_until BIGINT NOT NULL,
    last_run_at BIGINT NOT NULL,
    last_count BIGINT NOT NULL
);

-- Idempotency-Key: the answer, sealed, in the transaction of the effect. 72 hours.
CREATE TABLE idempotency_keys (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    route TEXT NOT NULL,
    body_index TEXT NOT NULL,
    status BIGINT NOT NULL,
    answer TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (actor, key)
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- Attempts counted per bucket and window; survives restarts.
CREATE TABLE rate_counters (
    bucket TEXT NOT NULL,
    window_start BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (bucket, window_start)
);

-- What is written to see whether the disk takes anything again.
CREATE TABLE room_probe (
    id BIGINT PRIMARY KEY,
    filler TEXT NOT NULL
);

-- Who did what among staff, accountants and jobs: ids and field names, never values.
CREATE TABLE audit_log (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    object_id TEXT NOT NULL,
    reason TEXT NOT NULL
);

CREATE INDEX audit_log_by_object ON audit_log (object_id, at);

-- A DELETE from an append-only table passes only with its order.
CREATE TABLE destruction_orders (
    object_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    ordered_at BIGINT NOT NULL
);
