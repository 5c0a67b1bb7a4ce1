-- Files: rows of at most 256 KiB, written once.
CREATE TABLE files (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size >= 0),
    created_at BIGINT NOT NULL
);

CREATE INDEX files_by_owner ON files (owner_id, kind);

CREATE TABLE file_chunks (
    file_id TEXT NOT NULL REFERENCES files (id),
    n BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (file_id, n)
);
