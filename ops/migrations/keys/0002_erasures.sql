-- What was erased, replayed after a restore. Ids only.
CREATE TABLE erasures (
    id TEXT PRIMARY KEY,
    subject_id TEXT NOT NULL,
    what TEXT NOT NULL,
    erased_at BIGINT NOT NULL
);
