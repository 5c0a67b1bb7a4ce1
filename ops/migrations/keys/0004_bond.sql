-- Which installation these keys are of: the same id as in the data, and a check value that only the
-- master key makes. Written once, by `migrate`; where the three do not agree, no program starts.
CREATE TABLE bond (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    installation TEXT NOT NULL,
    check_value TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
