-- What was erased, replayed after a restore. Ids only. number: in the order of the commits.
CREATE TABLE erasures (
    id TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    subject_id TEXT NOT NULL,
    what TEXT NOT NULL,
    erased_at BIGINT NOT NULL
);

CREATE INDEX erasures_of_subject ON erasures (subject_id);
