-- Which installation these data are of: the same id as in the key database, and a check value that
-- only the master key makes. Written once, by `migrate`; where they do not agree, no program starts.
CREATE TABLE bond (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    installation TEXT NOT NULL,
    check_value TEXT NOT NULL,
    made_at BIGINT NOT NULL
);

-- Up to which line of the key journal (`erasures.number`) these data are known to hold nobody who
-- was erased. Data put back from a backup bring an older number with them.
CREATE TABLE erasures_seen (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    number BIGINT NOT NULL
);
