-- `topic` is what there is one conversation about ("req_… acc_…": a request and one of its
-- providers); NULL for a conversation about nothing in particular. Who takes part are rows.
CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    topic TEXT UNIQUE,
    request_id TEXT,
    opened_at BIGINT NOT NULL,
    last_seq BIGINT NOT NULL CHECK (last_seq >= 0),
    active_at BIGINT NOT NULL
);

CREATE INDEX conversations_by_request ON conversations (request_id);

-- read_seq: up to where this participant has read; notified_seq: the message its last mail was
-- about, so that a burst of messages makes one mail.
CREATE TABLE conversation_participants (
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    account_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('client', 'provider')),
    joined_at BIGINT NOT NULL,
    joined_seq BIGINT NOT NULL,
    left_at BIGINT,
    left_seq BIGINT,
    read_seq BIGINT NOT NULL,
    read_at BIGINT,
    notified_seq BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, account_id)
);

CREATE INDEX conversation_participants_by_account ON conversation_participants (account_id);

-- `body` is sealed under the author's message key; NULL once erased. `client_key` is the
-- Idempotency-Key of the POST: whoever repeats it finds this row again.
CREATE TABLE messages (
    id TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    seq BIGINT NOT NULL,
    author_id TEXT NOT NULL,
    client_key TEXT NOT NULL,
    body TEXT,
    sent_at BIGINT NOT NULL,
    UNIQUE (conversation_id, seq),
    UNIQUE (conversation_id, author_id, client_key)
);

CREATE INDEX messages_by_author ON messages (author_id);
