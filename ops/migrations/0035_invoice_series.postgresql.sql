CREATE FUNCTION refuse_backward_series() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.positions <> OLD.positions + 1 OR NEW.last_issued_at < OLD.last_issued_at
        OR NEW.year < OLD.year OR (NEW.year = OLD.year AND NEW.last_n < OLD.last_n) THEN
        RAISE EXCEPTION 'invoice_series only moves forward' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER invoice_series_only_forward BEFORE UPDATE ON invoice_series
FOR EACH ROW EXECUTE FUNCTION refuse_backward_series();
