-- What is recorded of a commitment, whatever the day (servanda_model::CommitmentState).
ALTER TABLE records ADD COLUMN state TEXT;
-- How many are in which state on a day, and what is due next, from the index alone.
CREATE INDEX records_by_state ON records (partnership, kind, state, due);
-- The order of lists, with what the catalogue of commitments reads of each.
DROP INDEX records_by_kind;
CREATE INDEX records_by_kind ON records (partnership, kind, day, id, standing, due, state);
CREATE INDEX records_by_due ON records (partnership, due) WHERE due IS NOT NULL;

-- Registers that were made before follow their journals again from the beginning.
DELETE FROM journals;
DELETE FROM acts;
DELETE FROM records;
DELETE FROM texts;
DELETE FROM parts;
DELETE FROM links;
DELETE FROM lenses;
DELETE FROM passages;
DELETE FROM past_records;
DELETE FROM past_texts;
DELETE FROM past_parts;
DELETE FROM past_links;
DELETE FROM past_lenses;
DELETE FROM past_passages;
