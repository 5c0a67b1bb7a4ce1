-- How far each series of invoices had got when it was last signed, kept apart from the data, so that
-- chain and heads cannot both be cut off there unseen. Written once the head is: the data may be ahead
-- of it, never behind. Names nobody.
CREATE TABLE series_anchors (
    series TEXT PRIMARY KEY,
    position BIGINT NOT NULL CHECK (position > 0),
    number TEXT NOT NULL,
    -- of the link at that position
    hash TEXT NOT NULL,
    -- of the head that was signed of it
    head_hash TEXT NOT NULL,
    signed_at BIGINT NOT NULL
);
