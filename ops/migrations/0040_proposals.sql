-- What takes two people. Reason and evidence are sealed under a key of the proposal's own.
-- due_at: nobody else could decide it when it was made; unrefused, it takes effect then, once its
-- company was told: told_at, when that mail had left. One bank transfer ends one claim:
-- bank_reference_index is keyed, and the same however a reference is typed.
CREATE TABLE proposals (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('movement_happened', 'movement_to_repeat',
                                       'movement_to_drop', 'paid_by_other_means',
                                       'movement_made_good', 'start_new_series',
                                       'accept_series_date')),
    subject_id TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'refused', 'withdrawn',
                                         'effective', 'impossible')),
    made_at BIGINT NOT NULL,
    due_at BIGINT,
    told_at BIGINT,
    bank_reference_index TEXT
);

-- One at a time about the same thing.
CREATE UNIQUE INDEX proposals_open ON proposals (subject_id)
    WHERE state IN ('proposed', 'accepted');

CREATE UNIQUE INDEX proposals_by_bank_reference ON proposals (bank_reference_index)
    WHERE state IN ('proposed', 'accepted', 'effective');

CREATE INDEX proposals_by_subject ON proposals (subject_id);

-- kept: proposals

-- Who decided what about it and why, and what became of it.
CREATE TABLE proposal_steps (
    id TEXT PRIMARY KEY,
    proposal_id TEXT NOT NULL REFERENCES proposals (id),
    at BIGINT NOT NULL,
    action TEXT NOT NULL,
    party TEXT NOT NULL,
    by_account TEXT,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL
);

CREATE INDEX proposal_steps_by_proposal ON proposal_steps (proposal_id, id);

-- append-only: proposal_steps, deleted by proposal_id

-- What the link in the company's mail carries, hashed. One use each; a used one is deleted.
CREATE TABLE proposal_links (
    token_sha256 TEXT PRIMARY KEY,
    proposal_id TEXT NOT NULL REFERENCES proposals (id),
    created_at BIGINT NOT NULL
);

CREATE INDEX proposal_links_by_proposal ON proposal_links (proposal_id);
