-- Who signed up, signed in or made a sensitive change, from where: kept one year. Sealed under the account's `connection` key;
-- network_index is the keyed index of the network, to know one that was used before.
CREATE TABLE connection_log (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL,
    event TEXT NOT NULL,
    address TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    network_index TEXT NOT NULL
);

CREATE INDEX connection_log_by_account ON connection_log (account_id, at);

CREATE INDEX connection_log_by_age ON connection_log (at);
