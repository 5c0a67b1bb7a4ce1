-- A row that an append-only table keeps goes only with its order.
CREATE TABLE destruction_orders (
    object_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    ordered_at BIGINT NOT NULL
);
