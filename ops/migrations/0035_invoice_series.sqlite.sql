CREATE TRIGGER invoice_series_only_forward BEFORE UPDATE ON invoice_series
WHEN NEW.positions <> OLD.positions + 1 OR NEW.last_issued_at < OLD.last_issued_at OR NEW.year < OLD.year
    OR (NEW.year = OLD.year AND NEW.last_n < OLD.last_n)
BEGIN
    SELECT RAISE(ABORT, 'constraint failed: invoice_series only moves forward');
END;
