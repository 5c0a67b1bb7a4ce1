-- A change of address: the new one until its link is followed, the former one until whoever reads
-- that mailbox can have been told. Sealed under the account's `contact` key.
CREATE TABLE email_changes (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    is_waiting BIGINT NOT NULL,
    new_email TEXT,
    wanted_email_index TEXT,
    former_email TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK ((is_waiting = 1) = (new_email IS NOT NULL)),
    CHECK ((is_waiting = 1) = (wanted_email_index IS NOT NULL))
);

CREATE UNIQUE INDEX email_changes_waiting ON email_changes (account_id) WHERE is_waiting = 1;

CREATE INDEX email_changes_wanted_email ON email_changes (wanted_email_index)
 WHERE wanted_email_index IS NOT NULL;

CREATE INDEX email_changes_by_age ON email_changes (changed_at);
