CREATE FUNCTION refuse_unordered_step_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.operation_id) THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23514';
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER money_operation_steps_no_update BEFORE UPDATE ON money_operation_steps
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER money_operation_steps_no_delete BEFORE DELETE ON money_operation_steps
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_step_delete();

CREATE TRIGGER money_operations_no_delete BEFORE DELETE ON money_operations
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_delete();

CREATE TRIGGER money_operations_intention_stays BEFORE UPDATE OF kind, intent, idempotency_key,
    account_id, role, order_id, amount_minor, fees_minor, currency ON money_operations
FOR EACH ROW EXECUTE FUNCTION refuse_update();
