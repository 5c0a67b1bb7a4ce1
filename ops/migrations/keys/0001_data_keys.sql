-- The key database: its own file or DSN, never in the long backups.
CREATE TABLE data_keys (
    key_id TEXT PRIMARY KEY,
    subject_id TEXT NOT NULL,
    category TEXT NOT NULL,
    wrapped TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (subject_id, category)
);
