-- What signs, with Ed25519, what others are to be able to check: the last one is in use, each is
-- signed by the one before it. Once another follows, the secret is gone and the public key stays.
CREATE TABLE signing_keys (
    n BIGINT PRIMARY KEY CHECK (n > 0),
    key_id TEXT NOT NULL UNIQUE,
    public_key TEXT NOT NULL,
    -- the secret under the master key, until another key follows
    wrapped TEXT,
    made_at BIGINT NOT NULL,
    retired_at BIGINT,
    -- of this key by the one before it; of a later key than the first, nothing: the secret of the
    -- one before was damaged
    attestation TEXT,
    CHECK ((wrapped IS NULL) = (retired_at IS NOT NULL)),
    CHECK (n > 1 OR attestation IS NULL)
);
