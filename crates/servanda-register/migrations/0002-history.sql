-- What the register knew at any time: every state a record was in, with the entries of its journal
-- between which it stood. The tables are derived: they are emptied here and filled again from the
-- journals by whoever applies this.
DELETE FROM journals;
DELETE FROM acts;
DELETE FROM records;
DELETE FROM texts;
DELETE FROM parts;
DELETE FROM links;
DELETE FROM lenses;
DELETE FROM passages;

-- What refers to a record, by its kind: of the many commitments of a body none is looked at when
-- its few meetings are asked for.
ALTER TABLE links ADD COLUMN kind TEXT NOT NULL DEFAULT '';
DROP INDEX links_by_target;
CREATE INDEX links_by_target ON links (target, relation, kind, source);

-- How many acts of one sort there were at one time on records of one kind.
CREATE TABLE recorded (
    partnership TEXT NOT NULL,
    at INTEGER NOT NULL,
    word TEXT NOT NULL,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (partnership, at, word, kind)
) STRICT, WITHOUT ROWID;

-- The entry that made the record stand as it does.
ALTER TABLE records ADD COLUMN since INTEGER NOT NULL DEFAULT 0;

-- The latest time that its journal had named when the entry was written: times are the authors'
-- claims and may go back, this does not.
ALTER TABLE acts ADD COLUMN clock INTEGER NOT NULL DEFAULT 0;
CREATE INDEX acts_by_clock ON acts (origin, clock, entry);

-- A state that a record was in: from the entry `since` to the one before `until`.
CREATE TABLE past_records (
    id TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    kind TEXT NOT NULL,
    partnership TEXT NOT NULL,
    standing TEXT NOT NULL,
    origin TEXT NOT NULL,
    entry INTEGER NOT NULL,
    leaf TEXT NOT NULL,
    at INTEGER NOT NULL,
    day TEXT,
    due TEXT,
    facts TEXT NOT NULL,
    PRIMARY KEY (id, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX past_records_by_kind ON past_records (partnership, kind, day, id);

CREATE TABLE past_texts (
    record TEXT NOT NULL,
    since INTEGER NOT NULL,
    role TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (record, since, role, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_parts (
    record TEXT NOT NULL,
    since INTEGER NOT NULL,
    role TEXT NOT NULL,
    language TEXT NOT NULL,
    media TEXT NOT NULL,
    commitment TEXT NOT NULL,
    held INTEGER NOT NULL,
    PRIMARY KEY (record, since, role, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_links (
    source TEXT NOT NULL,
    since INTEGER NOT NULL,
    relation TEXT NOT NULL,
    position INTEGER NOT NULL,
    target TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (source, since, relation, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX past_links_by_target ON past_links (target, relation, kind, source);

CREATE TABLE past_lenses (
    record TEXT NOT NULL,
    since INTEGER NOT NULL,
    lens TEXT NOT NULL,
    PRIMARY KEY (record, since, lens)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_passages (
    record TEXT NOT NULL,
    since INTEGER NOT NULL,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (record, since, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX past_passages_by_document ON past_passages (document, record);
