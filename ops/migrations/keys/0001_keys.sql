-- The key database: its own file or DSN, never in the long backups.
CREATE TABLE data_keys (
    key_id TEXT PRIMARY KEY,
    subject_id TEXT NOT NULL,
    category TEXT NOT NULL,
    wrapped TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (subject_id, category)
);

-- What was erased, replayed after a restore. Ids only.
CREATE TABLE erasures (
    id TEXT PRIMARY KEY,
    subject_id TEXT NOT NULL,
    what TEXT NOT NULL,
    erased_at BIGINT NOT NULL
);

-- What is written to see whether the disk takes anything again.
CREATE TABLE room_probe (
    id BIGINT PRIMARY KEY,
    filler TEXT NOT NULL
);
