CREATE TRIGGER terms_acceptances_no_update BEFORE UPDATE ON terms_acceptances
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER terms_acceptances_no_delete BEFORE DELETE ON terms_acceptances
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_delete();
