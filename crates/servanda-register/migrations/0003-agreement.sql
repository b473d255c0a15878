-- What the parties agreed to stands over what the registrar documented. Everything is read again
-- from the journals, so nothing has to be carried over.

DROP TABLE past_records;
DROP TABLE past_texts;
DROP TABLE past_parts;
DROP TABLE past_links;
DROP TABLE past_lenses;
DROP TABLE past_passages;

-- States that records were in: from the entry that made them so until the one that changed them,
-- which may be of another journal. While an agreed version stands over it, a documented state is
-- not shown: from that entry on, whatever the registrar states.
CREATE TABLE past_records (
    id TEXT NOT NULL,
    origin TEXT NOT NULL,
    since INTEGER NOT NULL,
    until_origin TEXT NOT NULL,
    until INTEGER NOT NULL,
    over_origin TEXT,
    over INTEGER,
    kind TEXT NOT NULL,
    partnership TEXT NOT NULL,
    standing TEXT NOT NULL,
    entry INTEGER NOT NULL,
    leaf TEXT NOT NULL,
    at INTEGER NOT NULL,
    day TEXT,
    due TEXT,
    facts TEXT NOT NULL,
    PRIMARY KEY (id, origin, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX past_records_by_kind ON past_records (partnership, kind, day, id);

CREATE TABLE past_texts (
    record TEXT NOT NULL,
    origin TEXT NOT NULL,
    since INTEGER NOT NULL,
    role TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (record, origin, since, role, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_parts (
    record TEXT NOT NULL,
    origin TEXT NOT NULL,
    since INTEGER NOT NULL,
    role TEXT NOT NULL,
    language TEXT NOT NULL,
    media TEXT NOT NULL,
    commitment TEXT NOT NULL,
    held INTEGER NOT NULL,
    PRIMARY KEY (record, origin, since, role, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_links (
    source TEXT NOT NULL,
    origin TEXT NOT NULL,
    since INTEGER NOT NULL,
    relation TEXT NOT NULL,
    position INTEGER NOT NULL,
    target TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (source, origin, since, relation, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX past_links_by_target ON past_links (target, relation, kind, source);

CREATE TABLE past_lenses (
    record TEXT NOT NULL,
    origin TEXT NOT NULL,
    since INTEGER NOT NULL,
    lens TEXT NOT NULL,
    PRIMARY KEY (record, origin, since, lens)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_passages (
    record TEXT NOT NULL,
    origin TEXT NOT NULL,
    since INTEGER NOT NULL,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (record, origin, since, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX past_passages_by_document ON past_passages (document, record);

-- The parties whose agreement it takes: those of the first statement of the partnership. The voice
-- of each is the code that the first statement of the party gives it, in lower case; null until
-- then.
CREATE TABLE parties (
    partnership TEXT NOT NULL,
    party TEXT NOT NULL,
    voice TEXT,
    PRIMARY KEY (partnership, party)
) STRICT, WITHOUT ROWID;

-- Proposals that count, as they stand now. Their contents are not here: some are for the parties
-- only.
CREATE TABLE proposals (
    origin TEXT NOT NULL,
    entry INTEGER NOT NULL,
    leaf TEXT NOT NULL,
    partnership TEXT NOT NULL,
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    voice TEXT NOT NULL,
    account TEXT NOT NULL,
    at INTEGER NOT NULL,
    base TEXT,
    content TEXT NOT NULL,
    progress TEXT NOT NULL,
    -- The leaf of its seal, where it is agreed.
    seal TEXT,
    is_public INTEGER NOT NULL,
    PRIMARY KEY (origin, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposals_by_leaf ON proposals (leaf);
CREATE INDEX proposals_by_seal ON proposals (seal);
CREATE INDEX proposals_of_record ON proposals (record);
CREATE INDEX proposals_by_progress ON proposals (partnership, progress, at);

-- Acceptances and objections that count.
CREATE TABLE answers (
    origin TEXT NOT NULL,
    entry INTEGER NOT NULL,
    leaf TEXT NOT NULL,
    word TEXT NOT NULL,
    proposal TEXT NOT NULL,
    voice TEXT NOT NULL,
    account TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (origin, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_of_proposal ON answers (proposal);

CREATE INDEX acts_by_leaf ON acts (leaf);

DELETE FROM journals;
DELETE FROM acts;
DELETE FROM records;
DELETE FROM texts;
DELETE FROM parts;
DELETE FROM links;
DELETE FROM lenses;
DELETE FROM passages;
DELETE FROM recorded;
