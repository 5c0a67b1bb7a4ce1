-- What a provider says of itself. `content` is sealed and holds all of it; what is published
-- is copied in plain text to public_pages and public_services, and deleted from there.
CREATE TABLE provider_pages (
    account_id TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    photo_id TEXT REFERENCES files (id),
    is_published BIGINT NOT NULL CHECK (is_published IN (0, 1)),
    rating_sum BIGINT NOT NULL CHECK (rating_sum >= 0),
    rating_count BIGINT NOT NULL CHECK (rating_count >= 0),
    version BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE portfolio_pictures (
    id TEXT PRIMARY KEY REFERENCES files (id),
    account_id TEXT NOT NULL REFERENCES provider_pages (account_id),
    caption TEXT NOT NULL,
    added_at BIGINT NOT NULL
);

CREATE INDEX portfolio_pictures_by_account ON portfolio_pictures (account_id, id);

-- The published page, exactly as anybody reads it.
CREATE TABLE public_pages (
    account_id TEXT PRIMARY KEY REFERENCES provider_pages (account_id),
    display_name TEXT NOT NULL,
    city TEXT NOT NULL,
    description TEXT NOT NULL,
    skills TEXT NOT NULL,
    portfolio TEXT NOT NULL,
    is_professional BIGINT NOT NULL CHECK (is_professional IN (0, 1)),
    published_at BIGINT NOT NULL
);

-- Addresses of pages that were published once and answer "gone" for good.
CREATE TABLE gone_pages (
    account_id TEXT PRIMARY KEY,
    gone_at BIGINT NOT NULL
);
