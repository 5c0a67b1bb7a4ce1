-- A number or a file moves it on; a decision of two people, which moves no number, accepts its date or
-- ends it. One that has ended takes files of what it numbered before.
CREATE FUNCTION refuse_backward_series() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (
        (NEW.positions = OLD.positions + 1 AND NEW.last_issued_at >= OLD.last_issued_at
            AND (NEW.year > OLD.year OR (NEW.year = OLD.year AND NEW.last_n >= OLD.last_n))
            AND NEW.accepted_until = OLD.accepted_until
            AND NEW.successor IS NOT DISTINCT FROM OLD.successor
            AND (OLD.successor IS NULL OR (NEW.year = OLD.year AND NEW.last_n = OLD.last_n)))
        OR (NEW.positions = OLD.positions AND NEW.last_issued_at = OLD.last_issued_at
            AND NEW.year = OLD.year AND NEW.last_n = OLD.last_n AND NEW.last_hash = OLD.last_hash
            AND OLD.successor IS NULL
            AND ((NEW.successor IS NULL AND NEW.accepted_until > OLD.accepted_until)
                OR (NEW.successor IS NOT NULL AND NEW.accepted_until = OLD.accepted_until)))) THEN
        RAISE EXCEPTION 'invoice_series only moves forward' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER invoice_series_only_forward BEFORE UPDATE ON invoice_series
FOR EACH ROW EXECUTE FUNCTION refuse_backward_series();
