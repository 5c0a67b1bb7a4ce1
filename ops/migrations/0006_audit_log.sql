-- Who did what among staff, accountants and jobs: ids and field names, never values.
CREATE TABLE audit_log (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    object_id TEXT NOT NULL,
    reason TEXT NOT NULL
);

CREATE INDEX audit_log_by_object ON audit_log (object_id, at);

-- append-only: audit_log
