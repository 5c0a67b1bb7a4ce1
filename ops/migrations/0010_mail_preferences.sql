-- No row: every kind is wanted.
CREATE TABLE mail_preferences (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    message BIGINT NOT NULL,
    quote BIGINT NOT NULL,
    payment BIGINT NOT NULL,
    review BIGINT NOT NULL
);
