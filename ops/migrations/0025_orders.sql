CREATE TABLE orders (
    id TEXT PRIMARY KEY,
    quote_id TEXT UNIQUE REFERENCES quotes (id),
    quote_version BIGINT,
    request_id TEXT REFERENCES requests (id),
    client_id TEXT NOT NULL,
    provider_id TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('awaiting_payment', 'funded', 'started', 'delivered', 'validated', 'released',
                         'contested', 'partly_refunded', 'cancelled', 'refunded', 'expired')),
    currency TEXT NOT NULL,
    net_minor BIGINT NOT NULL CHECK (net_minor >= 0),
    vat_minor BIGINT NOT NULL CHECK (vat_minor >= 0),
    gross_minor BIGINT NOT NULL CHECK (gross_minor = net_minor + vat_minor),
    commission_net_minor BIGINT NOT NULL CHECK (commission_net_minor >= 0),
    commission_vat_minor BIGINT NOT NULL CHECK (commission_vat_minor >= 0),
    accepted_at BIGINT NOT NULL,
    payment_due_at BIGINT NOT NULL,
    payin_id TEXT,
    funded_at BIGINT,
    started_at BIGINT,
    delivered_at BIGINT,
    validated_at BIGINT,
    validated_by TEXT CHECK (validated_by IN ('client', 'clock', 'staff')),
    cancelled_at BIGINT,
    release_planned_at BIGINT,
    release_blocked_reason TEXT,
    -- what is wrong with its documents, when that is the reason: fields and sentences, as JSON
    release_complaints TEXT,
    -- what it is seen to wait for, since when; and all that both sides were told it waits for
    release_awaits TEXT,
    release_awaits_since BIGINT,
    release_told TEXT NOT NULL DEFAULT '',
    released_at BIGINT,
    refund_due_minor BIGINT NOT NULL CHECK (refund_due_minor BETWEEN 0 AND gross_minor),
    refunded_minor BIGINT NOT NULL CHECK (refunded_minor BETWEEN 0 AND refund_due_minor),
    refunded_at BIGINT,
    version BIGINT NOT NULL
);

CREATE INDEX orders_by_client ON orders (client_id, id);

CREATE INDEX orders_by_provider ON orders (provider_id, id);

CREATE INDEX orders_by_request ON orders (request_id);

CREATE INDEX orders_to_expire ON orders (payment_due_at) WHERE state = 'awaiting_payment';

CREATE INDEX orders_to_validate ON orders (delivered_at) WHERE state = 'delivered';

CREATE INDEX orders_blocked ON orders (id) WHERE release_blocked_reason IS NOT NULL;

-- Who did what, and where it led.
CREATE TABLE order_events (
    id TEXT PRIMARY KEY,
    order_id TEXT NOT NULL REFERENCES orders (id),
    at BIGINT NOT NULL,
    action TEXT NOT NULL,
    party TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL
);

CREATE INDEX order_events_by_order ON order_events (order_id, id);

-- append-only: order_events

-- The contract. `content` holds the accepted text, both billing identities, VAT,
-- commission, who accepted when and from where; sealed under the order's own key. `id` is the
-- order's. The hash is salted, the salt is inside.
CREATE TABLE order_evidence (
    id TEXT PRIMARY KEY REFERENCES orders (id),
    content TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    recorded_at BIGINT NOT NULL
);

-- append-only: order_evidence
