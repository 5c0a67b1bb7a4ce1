-- One intended movement, or making of something, at Mangopay: written before it is sent.
-- Nothing here is about a person or a means of payment: ids, amounts, states, times.
CREATE TABLE money_operations (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('user', 'wallet', 'verification', 'recipient', 'pay_in',
                                       'transfer', 'refund', 'payout')),
    state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'unknown', 'created', 'succeeded',
                                         'failed', 'returned', 'manual_review',
                                         'paid_by_other_means', 'doubled', 'made_good')),
    intent TEXT NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE CHECK (length(idempotency_key) = 36),
    account_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('payer', 'owner')),
    order_id TEXT,
    amount_minor BIGINT NOT NULL CHECK (amount_minor >= 0),
    fees_minor BIGINT NOT NULL CHECK (fees_minor >= 0),
    currency TEXT NOT NULL CHECK (currency = 'EUR'),
    author_id TEXT NOT NULL,
    debited_wallet_id TEXT NOT NULL,
    credited_wallet_id TEXT NOT NULL,
    target_id TEXT NOT NULL,
    return_url TEXT NOT NULL,
    resource_id TEXT,
    result_code TEXT NOT NULL,
    redirect_url TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    first_sent_at BIGINT,
    due_at BIGINT NOT NULL,
    settled_at BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (kind, resource_id)
);

-- An intent has one attempt at a time: a new one only in the place of one that failed, or was one
-- too many.
CREATE UNIQUE INDEX money_operations_by_intent ON money_operations (intent)
    WHERE state NOT IN ('failed', 'doubled', 'made_good');

CREATE INDEX money_operations_of_intent ON money_operations (intent, id);

-- Those that people may have to pay in another way, or to look at.
CREATE INDEX money_operations_unpaid ON money_operations (id)
    WHERE state IN ('failed', 'returned') AND kind IN ('refund', 'payout');

CREATE INDEX money_operations_by_order ON money_operations (order_id, id);

CREATE INDEX money_operations_by_account ON money_operations (account_id, id);

CREATE INDEX money_operations_due ON money_operations (due_at)
    WHERE state IN ('planned', 'sending', 'unknown', 'created', 'manual_review');

CREATE INDEX money_operations_for_people ON money_operations (id)
    WHERE state IN ('manual_review', 'doubled');

-- kept: money_operations

-- Every transition, in the transaction that made it.
CREATE TABLE money_operation_steps (
    id TEXT PRIMARY KEY,
    operation_id TEXT NOT NULL REFERENCES money_operations (id),
    at BIGINT NOT NULL,
    action TEXT NOT NULL,
    party TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    code TEXT NOT NULL
);

CREATE INDEX money_operation_steps_by_operation ON money_operation_steps (operation_id, id);

-- append-only: money_operation_steps, deleted by operation_id
