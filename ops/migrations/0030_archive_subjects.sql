-- What law and tax need of somebody who left: sealed under the archive subject's own key.
-- kept_from: the day whose end starts the clock.
CREATE TABLE archive_subjects (
    id TEXT PRIMARY KEY,
    surname TEXT NOT NULL,
    first_name TEXT NOT NULL,
    terms_accepted_on TEXT NOT NULL,
    kept_from TEXT NOT NULL,
    archived_at BIGINT NOT NULL
);

-- The only way from the pseudonymous ids on invoices, orders and postings to that person.
CREATE TABLE archive_links (
    archive_subject_id TEXT PRIMARY KEY REFERENCES archive_subjects (id),
    account_id TEXT NOT NULL UNIQUE
);
