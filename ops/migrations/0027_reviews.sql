-- `signature` (the author's display name), `text` and `reply` are public, hence plain, as long as
-- they are published (Settled 5). Once the author's account is gone `author_id` is NULL, the
-- `pseudonym` signs, and nobody replies any more. Once the reviewed account is, so are `target_id`,
-- `text`, `reply` and `replied_at`: the rating stays. `order_id` is NULL, and the target may be the
-- platform, for reviews that are not born of an order.
CREATE TABLE reviews (
    id TEXT PRIMARY KEY,
    order_id TEXT,
    author_id TEXT,
    author_side TEXT NOT NULL CHECK (author_side IN ('client', 'provider')),
    signature TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    target_kind TEXT NOT NULL CHECK (target_kind IN ('account', 'platform')),
    target_id TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('personal', 'automatic', 'testimonial')),
    rating BIGINT NOT NULL CHECK (rating BETWEEN 1 AND 5),
    text TEXT CHECK (text IS NOT NULL OR target_id IS NULL),
    experienced_on TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('published', 'hidden', 'refused')),
    reply TEXT,
    replied_at BIGINT,
    UNIQUE (order_id, author_side)
);

CREATE INDEX reviews_of_target ON reviews (target_id, author_side, state, published_at, id);

CREATE INDEX reviews_by_author ON reviews (author_id, id);
