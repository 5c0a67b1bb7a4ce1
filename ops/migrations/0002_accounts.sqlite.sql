CREATE TRIGGER terms_acceptances_no_update BEFORE UPDATE ON terms_acceptances
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: terms_acceptances is append-only');
END;

CREATE TRIGGER terms_acceptances_no_delete BEFORE DELETE ON terms_acceptances
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: terms_acceptances is append-only');
END;
