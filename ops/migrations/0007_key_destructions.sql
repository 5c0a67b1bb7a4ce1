-- Keys that are to be destroyed because of what this transaction erased; gone when they are.
CREATE TABLE key_destructions (
    id TEXT PRIMARY KEY,
    subject_id TEXT NOT NULL,
    category TEXT NOT NULL,
    ordered_at BIGINT NOT NULL
);
