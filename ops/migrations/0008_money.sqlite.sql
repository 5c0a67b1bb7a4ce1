CREATE TRIGGER money_operation_steps_no_update BEFORE UPDATE ON money_operation_steps
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: money_operation_steps is append-only');
END;

CREATE TRIGGER money_operation_steps_no_delete BEFORE DELETE ON money_operation_steps
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.operation_id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: money_operation_steps is append-only');
END;

CREATE TRIGGER money_operations_no_delete BEFORE DELETE ON money_operations
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: money_operations are not deleted');
END;

CREATE TRIGGER money_operations_intention_stays BEFORE UPDATE OF kind, intent, idempotency_key,
    account_id, role, order_id, amount_minor, fees_minor, currency ON money_operations
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: what a money operation intends never changes');
END;
