CREATE TRIGGER money_operations_intention_stays BEFORE UPDATE OF kind, intent, idempotency_key,
    account_id, role, order_id, amount_minor, fees_minor, currency ON money_operations
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: what a money operation intends never changes');
END;
