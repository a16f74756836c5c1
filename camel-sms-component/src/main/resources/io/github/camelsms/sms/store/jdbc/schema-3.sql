-- Who is told of what became of messages on his own, beside the others; each outcome waits for each of them.
CREATE TABLE subscription (
  name TEXT NOT NULL PRIMARY KEY,
  states TEXT NOT NULL,
  asked_at INTEGER NOT NULL
) WITHOUT ROWID;
ALTER TABLE outcome ADD COLUMN subscription TEXT NOT NULL DEFAULT '';
DROP INDEX outcome_due;
CREATE INDEX outcome_due ON outcome (subscription, due_at, id) WHERE due_at IS NOT NULL;
