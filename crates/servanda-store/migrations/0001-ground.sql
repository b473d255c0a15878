-- The ground state: journals, the parts their entries commit to, and the
-- documents as received. Entries and nodes are only ever added.

CREATE TABLE journals (
    id INTEGER PRIMARY KEY,
    origin TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL CHECK (size >= 0),
    root BLOB NOT NULL CHECK (length(root) = 32)
) STRICT;

CREATE TABLE entries (
    journal_id INTEGER NOT NULL REFERENCES journals (id),
    entry_index INTEGER NOT NULL CHECK (entry_index >= 0),
    bytes BLOB NOT NULL CHECK (length(bytes) <= 4096),
    PRIMARY KEY (journal_id, entry_index)
) STRICT;

-- The hash of every complete subtree; level 0 are the leaf hashes.
CREATE TABLE nodes (
    journal_id INTEGER NOT NULL REFERENCES journals (id),
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 62),
    node_index INTEGER NOT NULL CHECK (node_index >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (journal_id, level, node_index)
) STRICT, WITHOUT ROWID;

-- The latest signed head of each journal.
CREATE TABLE checkpoints (
    journal_id INTEGER PRIMARY KEY REFERENCES journals (id),
    size INTEGER NOT NULL CHECK (size >= 0),
    note TEXT NOT NULL
) STRICT;

-- The salt and then the bytes of a part. Erasing overwrites them with zeros in
-- place. Rows are added at the end and never change their size, so they never
-- move, and no copy of one stays behind in the free space of another page.
CREATE TABLE part_contents (
    id INTEGER PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;

-- A table moves rows once in its life, when its first page is full. These two
-- fill it before anything is there that could have to be erased.
INSERT INTO part_contents (content) VALUES (zeroblob(3000));
INSERT INTO part_contents (content) VALUES (zeroblob(3000));

CREATE TABLE parts (
    commitment BLOB NOT NULL PRIMARY KEY CHECK (length(commitment) = 32),
    content_id INTEGER NOT NULL UNIQUE REFERENCES part_contents (id),
    erased INTEGER NOT NULL CHECK (erased IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER nodes_are_not_changed BEFORE UPDATE ON nodes
BEGIN SELECT RAISE(ABORT, 'nodes are never changed'); END;
CREATE TRIGGER nodes_are_not_deleted BEFORE DELETE ON nodes
BEGIN SELECT RAISE(ABORT, 'nodes are never deleted'); END;
CREATE TRIGGER part_contents_are_not_deleted BEFORE DELETE ON part_contents
BEGIN SELECT RAISE(ABORT, 'part contents are overwritten, never deleted'); END;
CREATE TRIGGER part_contents_keep_their_size BEFORE UPDATE ON part_contents
WHEN length(NEW.content) <> length(OLD.content)
BEGIN SELECT RAISE(ABORT, 'part contents keep their size'); END;
