CREATE TRIGGER quote_versions_no_update BEFORE UPDATE ON quote_versions
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: quote_versions is append-only');
END;

CREATE TRIGGER quote_versions_no_delete BEFORE DELETE ON quote_versions
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: quote_versions is append-only');
END;
