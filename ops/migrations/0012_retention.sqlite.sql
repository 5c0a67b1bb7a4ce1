CREATE TRIGGER retention_runs_no_update BEFORE UPDATE ON retention_runs
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: retention_runs is append-only');
END;

CREATE TRIGGER retention_runs_no_delete BEFORE DELETE ON retention_runs
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: retention_runs is append-only');
END;

CREATE TRIGGER retention_actions_no_update BEFORE UPDATE ON retention_actions
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: retention_actions is append-only');
END;

CREATE TRIGGER retention_actions_no_delete BEFORE DELETE ON retention_actions
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: retention_actions is append-only');
END;
