CREATE TRIGGER order_events_no_update BEFORE UPDATE ON order_events
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER order_events_no_delete BEFORE DELETE ON order_events
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_delete();

CREATE TRIGGER order_evidence_no_update BEFORE UPDATE ON order_evidence
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER order_evidence_no_delete BEFORE DELETE ON order_evidence
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_delete();
