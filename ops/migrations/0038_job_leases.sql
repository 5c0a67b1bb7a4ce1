-- One holder per scheduled job, whatever the number of workers.
CREATE TABLE job_leases (
    name TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    lease_until BIGINT NOT NULL,
    last_run_at BIGINT NOT NULL,
    last_count BIGINT NOT NULL
);
