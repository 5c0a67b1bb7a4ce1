CREATE TRIGGER retention_runs_no_update BEFORE UPDATE ON retention_runs
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER retention_runs_no_delete BEFORE DELETE ON retention_runs
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_delete();

CREATE TRIGGER retention_actions_no_update BEFORE UPDATE ON retention_actions
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER retention_actions_no_delete BEFORE DELETE ON retention_actions
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_delete();
