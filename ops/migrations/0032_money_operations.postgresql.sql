CREATE TRIGGER money_operations_intention_stays BEFORE UPDATE OF kind, intent, idempotency_key,
    account_id, role, order_id, amount_minor, fees_minor, currency ON money_operations
FOR EACH ROW EXECUTE FUNCTION refuse_change();
