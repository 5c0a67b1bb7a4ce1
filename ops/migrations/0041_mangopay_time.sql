-- Our clock beside Mangopay's: when it was last asked, by ours, and the Date of its answer. One row,
-- which every process writes and reads.
CREATE TABLE mangopay_time (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    asked_at BIGINT NOT NULL,
    date BIGINT NOT NULL
);
