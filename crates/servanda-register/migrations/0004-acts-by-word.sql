-- What happened lately is asked for by word and time on every page behind sign-in: of very many
-- statements none is looked at for a few acts between parties.
CREATE INDEX acts_by_word ON acts (word, at);
