CREATE TRIGGER order_events_no_update BEFORE UPDATE ON order_events
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: order_events is append-only');
END;

CREATE TRIGGER order_events_no_delete BEFORE DELETE ON order_events
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: order_events is append-only');
END;

CREATE TRIGGER order_evidence_no_update BEFORE UPDATE ON order_evidence
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: order_evidence is append-only');
END;

CREATE TRIGGER order_evidence_no_delete BEFORE DELETE ON order_evidence
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: order_evidence is append-only');
END;
