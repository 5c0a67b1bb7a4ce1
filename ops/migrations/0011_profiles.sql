-- Sealed under the account's `identity` key.
CREATE TABLE account_identity (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    surname TEXT,
    first_name TEXT,
    birth_date TEXT,
    country_of_residence TEXT,
    nationality TEXT
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

-- Sealed under the account's `identity` key, but for the two reasons and the regime: codes.
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
    rcs_city TEXT
);

-- What an account is or was known by: keyed indexes of a person's name and birth date, and of a
-- business's SIREN or VAT number abroad. Two accounts with one in common must not deal with each other.
CREATE TABLE account_likenesses (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    likeness TEXT NOT NULL,
    PRIMARY KEY (account_id, likeness)
);

-- What an account was recognised by and has changed since: former names, addresses, numbers, e-mails,
-- to be found in published texts when it goes. One list, sealed under its `profile` key.
CREATE TABLE former_traits (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    traits TEXT NOT NULL
);
