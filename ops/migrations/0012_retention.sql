-- Who is leaving and who has left. A row of somebody who vanished whole goes with the account.
CREATE TABLE closures (
    account_id TEXT PRIMARY KEY,
    cause TEXT NOT NULL CHECK (cause IN ('person', 'inactivity')),
    requested_at BIGINT NOT NULL,
    completed_at BIGINT,
    connection_ended_at BIGINT
);

CREATE INDEX closures_to_complete ON closures (account_id) WHERE completed_at IS NULL;

CREATE INDEX closures_with_connections ON closures (completed_at) WHERE connection_ended_at IS NULL;

-- Accounts told that they will be closed if nobody comes back.
CREATE TABLE inactivity_warnings (
    account_id TEXT PRIMARY KEY,
    warned_at BIGINT NOT NULL
);

-- What law and tax need of somebody who left: sealed under the archive subject's own key.
-- kept_from: the day whose end starts the clock.
CREATE TABLE archive_subjects (
    id TEXT PRIMARY KEY,
    surname TEXT NOT NULL,
    first_name TEXT NOT NULL,
    terms_accepted_on TEXT NOT NULL,
    kept_from TEXT NOT NULL,
    archived_at BIGINT NOT NULL
);

-- The only way from the pseudonymous ids on invoices, orders and postings to that person.
CREATE TABLE archive_links (
    archive_subject_id TEXT PRIMARY KEY REFERENCES archive_subjects (id),
    account_id TEXT NOT NULL UNIQUE
);

-- Keys that are to be destroyed because of what this transaction erased; gone when they are.
CREATE TABLE key_destructions (
    id TEXT PRIMARY KEY,
    subject_id TEXT NOT NULL,
    category TEXT NOT NULL,
    ordered_at BIGINT NOT NULL
);

-- The journal of the retention job: which policy, and what it ended. Ids and counts only.
CREATE TABLE retention_runs (
    id TEXT PRIMARY KEY,
    as_of BIGINT NOT NULL,
    policy TEXT NOT NULL,
    started_at BIGINT NOT NULL
);

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
