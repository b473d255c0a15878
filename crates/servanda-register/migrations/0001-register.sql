-- The register: what the journals say together. Derived: `servanda rebuild` makes it again.

-- How far each journal has been followed.
CREATE TABLE journals (
    origin TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    root TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every entry, with what it did.
CREATE TABLE acts (
    origin TEXT NOT NULL,
    entry INTEGER NOT NULL,
    word TEXT NOT NULL,
    record TEXT NOT NULL,
    account TEXT NOT NULL,
    at INTEGER NOT NULL,
    leaf TEXT NOT NULL,
    effect TEXT NOT NULL,
    PRIMARY KEY (origin, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX acts_of_record ON acts (record, origin, entry);
CREATE INDEX acts_by_time ON acts (at, origin, entry);

-- Every record as it stands.
CREATE TABLE records (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    partnership TEXT NOT NULL,
    standing TEXT NOT NULL,
    origin TEXT NOT NULL,
    entry INTEGER NOT NULL,
    leaf TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- The day it is sorted by, and the last day it is due.
    day TEXT,
    due TEXT,
    facts TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX records_by_kind ON records (partnership, kind, day, id);

CREATE TABLE texts (
    record TEXT NOT NULL,
    role TEXT NOT NULL,
    -- Empty for what is the same in all languages.
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (record, role, language)
) STRICT, WITHOUT ROWID;

-- The parts of the version that stands, erased ones included.
CREATE TABLE parts (
    record TEXT NOT NULL,
    role TEXT NOT NULL,
    language TEXT NOT NULL,
    media TEXT NOT NULL,
    commitment TEXT NOT NULL,
    held INTEGER NOT NULL,
    PRIMARY KEY (record, role, language)
) STRICT, WITHOUT ROWID;
CREATE INDEX parts_by_commitment ON parts (commitment);

CREATE TABLE links (
    source TEXT NOT NULL,
    relation TEXT NOT NULL,
    position INTEGER NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (source, relation, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_target ON links (target, relation, source);

CREATE TABLE lenses (
    record TEXT NOT NULL,
    lens TEXT NOT NULL,
    PRIMARY KEY (record, lens)
) STRICT, WITHOUT ROWID;
CREATE INDEX lenses_by_lens ON lenses (lens, record);

-- Where in a document a record's facts stand; first and last are characters of the document's
-- text, and null while no copy of it is held.
CREATE TABLE passages (
    record TEXT NOT NULL,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    first INTEGER,
    last INTEGER,
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX passages_by_document ON passages (document, first, record);
