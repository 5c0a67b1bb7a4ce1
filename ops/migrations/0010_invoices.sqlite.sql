CREATE TRIGGER invoices_no_update BEFORE UPDATE ON invoices
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoices is append-only');
END;

CREATE TRIGGER invoices_no_delete BEFORE DELETE ON invoices
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoices is append-only');
END;

CREATE TRIGGER invoice_salts_no_update BEFORE UPDATE ON invoice_salts
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoice_salts is append-only');
END;

CREATE TRIGGER invoice_salts_no_delete BEFORE DELETE ON invoice_salts
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.invoice_id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoice_salts is append-only');
END;

CREATE TRIGGER invoice_files_no_update BEFORE UPDATE ON invoice_files
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoice_files is append-only');
END;

CREATE TRIGGER invoice_files_no_delete BEFORE DELETE ON invoice_files
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.invoice_id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoice_files is append-only');
END;

CREATE TRIGGER invoice_file_chunks_no_update BEFORE UPDATE ON invoice_file_chunks
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoice_file_chunks is append-only');
END;

CREATE TRIGGER invoice_file_chunks_no_delete BEFORE DELETE ON invoice_file_chunks
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.invoice_id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoice_file_chunks is append-only');
END;

CREATE TRIGGER archive_reads_no_update BEFORE UPDATE ON archive_reads
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: archive_reads is append-only');
END;

CREATE TRIGGER archive_reads_no_delete BEFORE DELETE ON archive_reads
WHEN NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: archive_reads is append-only');
END;

CREATE TRIGGER invoice_chain_no_update BEFORE UPDATE ON invoice_chain
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoice_chain is append-only');
END;

CREATE TRIGGER invoice_chain_no_delete BEFORE DELETE ON invoice_chain
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoice_chain is append-only');
END;

CREATE TRIGGER invoice_series_only_forward BEFORE UPDATE ON invoice_series
WHEN NEW.positions <> OLD.positions + 1 OR NEW.last_issued_at < OLD.last_issued_at OR NEW.year < OLD.year
    OR (NEW.year = OLD.year AND NEW.last_n < OLD.last_n)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoice_series only moves forward');
END;

CREATE TRIGGER invoice_series_no_delete BEFORE DELETE ON invoice_series
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoice_series is append-only');
END;
