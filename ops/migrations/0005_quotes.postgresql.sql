CREATE TRIGGER quote_versions_no_update BEFORE UPDATE ON quote_versions
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER quote_versions_no_delete BEFORE DELETE ON quote_versions
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_delete();
