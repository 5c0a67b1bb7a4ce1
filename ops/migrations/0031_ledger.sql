-- The double-entry record of all money: a mirror of every Mangopay wallet by sub-accounts.
-- A wallet's balance at Mangopay is the sum of the posted postings of its accounts.
CREATE TABLE ledger_accounts (
    id TEXT PRIMARY KEY,
    wallet_id TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('free', 'held', 'paying', 'refunding', 'fees',
                                       'remainder', 'shortfall', 'repudiation', 'world')),
    order_id TEXT,
    currency TEXT NOT NULL CHECK (currency = 'EUR'),
    created_at BIGINT NOT NULL,
    UNIQUE (id, currency),
    CHECK ((part = 'held') = (order_id IS NOT NULL))
);

CREATE INDEX ledger_accounts_by_wallet ON ledger_accounts (wallet_id);

-- append-only: ledger_accounts

-- A pending transaction holds back what it will take: its debits count, its credits not yet.
CREATE TABLE ledger_transactions (
    id TEXT PRIMARY KEY,
    cause TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('pay_in', 'hold', 'release', 'pay_out', 'paid_out',
                                       'pay_out_failed', 'pay_out_returned', 'refund', 'refunded',
                                       'refund_failed', 'paid_by_other_means', 'made_even',
                                       'correction')),
    pending BIGINT NOT NULL CHECK (pending IN (0, 1)),
    order_id TEXT,
    operation_id TEXT,
    corrects_id TEXT REFERENCES ledger_transactions (id),
    at BIGINT NOT NULL,
    CHECK ((kind = 'correction') = (corrects_id IS NOT NULL))
);

CREATE INDEX ledger_transactions_by_order ON ledger_transactions (order_id, at);

CREATE INDEX ledger_transactions_by_operation ON ledger_transactions (operation_id);

-- append-only: ledger_transactions

-- Written before their transaction, whose own INSERT then proves that they balance.
CREATE TABLE ledger_postings (
    transaction_id TEXT NOT NULL
        REFERENCES ledger_transactions (id) DEFERRABLE INITIALLY DEFERRED,
    n BIGINT NOT NULL,
    account_id TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount <> 0 AND amount BETWEEN -1000000000 AND 1000000000),
    currency TEXT NOT NULL,
    PRIMARY KEY (transaction_id, n),
    FOREIGN KEY (account_id, currency) REFERENCES ledger_accounts (id, currency)
);

CREATE INDEX ledger_postings_by_account ON ledger_postings (account_id, transaction_id);

-- append-only: ledger_postings, deleted by transaction_id

-- What became of a pending transaction, once.
CREATE TABLE ledger_resolutions (
    transaction_id TEXT PRIMARY KEY REFERENCES ledger_transactions (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('posted', 'void')),
    at BIGINT NOT NULL
);

-- append-only: ledger_resolutions, deleted by transaction_id

-- What an account may still give: only for those that must not fall below zero.
CREATE TABLE ledger_balances (
    account_id TEXT PRIMARY KEY REFERENCES ledger_accounts (id),
    amount BIGINT NOT NULL CHECK (amount >= 0)
);
