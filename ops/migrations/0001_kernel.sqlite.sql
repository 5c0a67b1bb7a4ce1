CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: audit_log is append-only');
END;

CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: audit_log is append-only');
END;
