-- Sealed under the account's `identity` key. likeness: keyed index of name and birth date, by which two
-- accounts of one person are known.
CREATE TABLE account_identity (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    surname TEXT,
    first_name TEXT,
    birth_date TEXT,
    country_of_residence TEXT,
    nationality TEXT,
    likeness TEXT
);

-- Sealed under the account's `contact` key.
CREATE TABLE account_contact (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    email TEXT NOT NULL,
    phone TEXT,
    line1 TEXT,
    line2 TEXT,
    postcode TEXT,
    city TEXT,
    country TEXT
);

-- Sealed under the account's `identity` key, but for the two reasons and the regime: codes. likeness:
-- keyed index of the SIREN, or of a VAT number abroad.
CREATE TABLE account_company (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    name TEXT,
    legal_form TEXT,
    siret TEXT,
    siret_none_because TEXT,
    vat_number TEXT,
    vat_none_because TEXT,
    vat_regime TEXT CHECK (vat_regime IN ('standard', 'franchise', 'exempt')),
    capital TEXT,
    rcs_city TEXT,
    likeness TEXT
);
