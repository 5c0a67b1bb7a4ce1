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
    published_at BIGINT NOT NULL
);

-- Addresses of pages that were published once and answer "gone" for good.
CREATE TABLE gone_pages (
    account_id TEXT PRIMARY KEY,
    gone_at BIGINT NOT NULL
);

CREATE TABLE services (
    id TEXT PRIMARY KEY,
    provider_id TEXT NOT NULL REFERENCES provider_pages (account_id),
    content TEXT NOT NULL,
    is_published BIGINT NOT NULL CHECK (is_published IN (0, 1)),
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE INDEX services_by_provider ON services (provider_id, id);

CREATE TABLE public_services (
    id TEXT PRIMARY KEY REFERENCES services (id),
    provider_id TEXT NOT NULL REFERENCES public_pages (account_id),
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    city TEXT NOT NULL,
    city_folded TEXT NOT NULL,
    skills TEXT NOT NULL,
    price_minor BIGINT,
    price_per TEXT NOT NULL,
    rating_e2 BIGINT NOT NULL
);

CREATE INDEX public_services_by_provider ON public_services (provider_id, id);

CREATE INDEX public_services_by_city ON public_services (city_folded, id);

-- Folded words and skills, for searching: rows that erasure deletes with their service.
CREATE TABLE service_words (
    word TEXT NOT NULL,
    service_id TEXT NOT NULL REFERENCES public_services (id),
    is_skill BIGINT NOT NULL CHECK (is_skill IN (0, 1)),
    PRIMARY KEY (word, service_id, is_skill)
);

CREATE INDEX service_words_by_service ON service_words (service_id, is_skill, word);
