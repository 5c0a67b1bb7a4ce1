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

-- What a search may be narrowed by.
CREATE INDEX service_words_of_skills ON service_words (word, service_id) WHERE is_skill = 1;

-- Addresses of services that were published when their provider's account closed: they answer
-- "gone" for good.
CREATE TABLE gone_services (
    service_id TEXT PRIMARY KEY,
    gone_at BIGINT NOT NULL
);
