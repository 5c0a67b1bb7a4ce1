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

-- A mail about the closing that had not left when the address went: sealed under a key of its own,
-- until it leaves. id: of the event that announced it.
CREATE TABLE last_letters (
    id TEXT PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    written_at BIGINT NOT NULL
);
