-- What is written to see whether the disk takes anything again.
CREATE TABLE room_probe (
    id BIGINT PRIMARY KEY,
    filler TEXT NOT NULL
);
