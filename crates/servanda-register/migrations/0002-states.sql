-- What is recorded of a commitment, whatever the day (servanda_model::CommitmentState).
ALTER TABLE records ADD COLUMN state TEXT;
-- How many are in which state on a day, and what is due next, from the index alone.
CREATE INDEX records_by_state ON records (partnership, kind, state, due);
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
