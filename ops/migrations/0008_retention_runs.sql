-- The journal of the retention job: which policy, and what it ended. Ids and counts only.
CREATE TABLE retention_runs (
    id TEXT PRIMARY KEY,
    as_of BIGINT NOT NULL,
    policy TEXT NOT NULL,
    started_at BIGINT NOT NULL
);

-- append-only: retention_runs

CREATE TABLE retention_actions (
    id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES retention_runs (id),
    rule TEXT NOT NULL,
    action TEXT NOT NULL,
    what TEXT NOT NULL,
    object_id TEXT,
    count BIGINT NOT NULL CHECK (count > 0),
    at BIGINT NOT NULL
);

CREATE INDEX retention_actions_by_run ON retention_actions (run_id, id);

-- append-only: retention_actions
