-- Reasons are sealed under the order's key as well.
CREATE TABLE order_contestations (
    order_id TEXT PRIMARY KEY REFERENCES orders (id),
    reason TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    decision TEXT CHECK (decision IN ('release', 'partial_refund', 'full_refund')),
    refund_minor BIGINT,
    decision_reason TEXT,
    decided_by TEXT,
    decided_at BIGINT
);

CREATE INDEX order_contestations_open ON order_contestations (opened_at) WHERE decided_at IS NULL;
