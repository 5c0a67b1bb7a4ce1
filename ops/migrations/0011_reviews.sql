-- `signature` (the author's display name), `text` and `reply` are public, hence plain, as long as
-- they are published (Settled 5). Once the author's account is gone `author_id` is NULL and the
-- `pseudonym` signs. `order_id` is NULL, and the target may be the platform, for reviews that are
-- not born of an order.
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
    text TEXT NOT NULL,
    experienced_on TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('published', 'hidden', 'refused')),
    reply TEXT,
    replied_at BIGINT,
    UNIQUE (order_id, author_side)
);

CREATE INDEX reviews_of_target ON reviews (target_id, author_side, state, published_at, id);

CREATE INDEX reviews_by_author ON reviews (author_id, id);

-- A reviewed person doubts that a review is genuine (C. conso L111-7-2). `reason` is sealed
-- under a key of the review's own. One open report per review and reporter.
CREATE TABLE review_reports (
    id TEXT PRIMARY KEY,
    review_id TEXT NOT NULL REFERENCES reviews (id),
    reporter_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    decision_id TEXT
);

CREATE UNIQUE INDEX review_reports_open ON review_reports (review_id, reporter_id)
    WHERE decision_id IS NULL;

CREATE INDEX review_reports_by_decision ON review_reports (decision_id, id);

-- What staff decided on a review, and why: the moderation log. `reason` is sealed likewise.
CREATE TABLE review_decisions (
    id TEXT PRIMARY KEY,
    review_id TEXT NOT NULL REFERENCES reviews (id),
    staff_id TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('keep', 'hide', 'refuse', 'restore')),
    ground TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_at BIGINT NOT NULL
);

CREATE INDEX review_decisions_by_review ON review_decisions (review_id, decided_at, id);
