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
