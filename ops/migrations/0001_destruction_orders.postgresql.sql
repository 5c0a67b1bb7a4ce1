-- What the lines `append-only:` and `kept:` of every migration call (domain/storage/append_only.hpp).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23514';
END $$;

-- Its argument is the column whose value an order names.
CREATE FUNCTION refuse_unordered_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM destruction_orders WHERE object_id = to_jsonb(OLD) ->> TG_ARGV[0]) THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23514';
    END IF;
    RETURN OLD;
END $$;
