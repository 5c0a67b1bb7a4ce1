CREATE FUNCTION ledger_transaction_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    postings BIGINT;
    total BIGINT;
    currencies BIGINT;
BEGIN
    SELECT COUNT(*), SUM(amount), COUNT(DISTINCT currency) INTO postings, total, currencies
      FROM ledger_postings
     WHERE transaction_id = NEW.id;
    IF postings < 2 THEN
        RAISE EXCEPTION 'a ledger transaction has at least two postings' USING ERRCODE = '23514';
    END IF;
    IF total <> 0 OR currencies <> 1 THEN
        RAISE EXCEPTION 'a ledger transaction sums to zero in one currency'
            USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER ledger_transactions_balance BEFORE INSERT ON ledger_transactions
FOR EACH ROW EXECUTE FUNCTION ledger_transaction_balances();

CREATE FUNCTION ledger_posting_before_its_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM ledger_transactions WHERE id = NEW.transaction_id) THEN
        RAISE EXCEPTION 'a booked ledger transaction takes no more postings'
            USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER ledger_postings_before_their_transaction BEFORE INSERT ON ledger_postings
FOR EACH ROW EXECUTE FUNCTION ledger_posting_before_its_transaction();

CREATE FUNCTION ledger_resolution_of_pending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM ledger_transactions
                    WHERE id = NEW.transaction_id AND pending = 1) THEN
        RAISE EXCEPTION 'only a pending ledger transaction is resolved' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER ledger_resolutions_of_pending BEFORE INSERT ON ledger_resolutions
FOR EACH ROW EXECUTE FUNCTION ledger_resolution_of_pending();
