-- For tables whose key column is `invoice_id`.
CREATE FUNCTION refuse_unordered_invoice_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.invoice_id) THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23514';
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23514';
END $$;

CREATE FUNCTION refuse_backward_series() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.positions <> OLD.positions + 1 OR NEW.last_issued_at < OLD.last_issued_at
        OR NEW.year < OLD.year OR (NEW.year = OLD.year AND NEW.last_n < OLD.last_n) THEN
        RAISE EXCEPTION 'invoice_series only moves forward' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER invoices_no_update BEFORE UPDATE ON invoices
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER invoices_no_delete BEFORE DELETE ON invoices
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_delete();

CREATE TRIGGER invoice_salts_no_update BEFORE UPDATE ON invoice_salts
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER invoice_salts_no_delete BEFORE DELETE ON invoice_salts
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_invoice_delete();

CREATE TRIGGER invoice_files_no_update BEFORE UPDATE ON invoice_files
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER invoice_files_no_delete BEFORE DELETE ON invoice_files
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_invoice_delete();

CREATE TRIGGER invoice_file_chunks_no_update BEFORE UPDATE ON invoice_file_chunks
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER invoice_file_chunks_no_delete BEFORE DELETE ON invoice_file_chunks
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_invoice_delete();

CREATE TRIGGER archive_reads_no_update BEFORE UPDATE ON archive_reads
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER archive_reads_no_delete BEFORE DELETE ON archive_reads
FOR EACH ROW EXECUTE FUNCTION refuse_unordered_delete();

CREATE TRIGGER invoice_chain_no_update BEFORE UPDATE ON invoice_chain
FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TRIGGER invoice_chain_no_delete BEFORE DELETE ON invoice_chain
FOR EACH ROW EXECUTE FUNCTION refuse_delete();

CREATE TRIGGER invoice_series_only_forward BEFORE UPDATE ON invoice_series
FOR EACH ROW EXECUTE FUNCTION refuse_backward_series();

CREATE TRIGGER invoice_series_no_delete BEFORE DELETE ON invoice_series
FOR EACH ROW EXECUTE FUNCTION refuse_delete();
