CREATE TRIGGER ledger_transactions_balance BEFORE INSERT ON ledger_transactions
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: a ledger transaction has at least two postings')
     WHERE (SELECT COUNT(*) FROM ledger_postings WHERE transaction_id = NEW.id) < 2;
    SELECT RAISE(ABORT, 'constraint failed: a ledger transaction sums to zero in one currency')
     WHERE (SELECT SUM(amount) FROM ledger_postings WHERE transaction_id = NEW.id) <> 0
        OR (SELECT COUNT(DISTINCT currency) FROM ledger_postings
             WHERE transaction_id = NEW.id) <> 1;
END;

CREATE TRIGGER ledger_postings_before_their_transaction BEFORE INSERT ON ledger_postings
WHEN EXISTS (SELECT 1 FROM ledger_transactions WHERE id = NEW.transaction_id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: a booked ledger transaction takes no more postings');
END;

CREATE TRIGGER ledger_resolutions_of_pending BEFORE INSERT ON ledger_resolutions
WHEN NOT EXISTS (SELECT 1 FROM ledger_transactions WHERE id = NEW.transaction_id AND pending = 1)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: only a pending ledger transaction is resolved');
END;
