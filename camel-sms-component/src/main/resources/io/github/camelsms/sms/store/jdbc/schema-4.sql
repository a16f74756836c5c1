-- What people have done. Each entry has a hash over itself and the one before, so that none can be changed, left out or
-- put in between without a trace.
CREATE TABLE audit (
  number INTEGER NOT NULL PRIMARY KEY,
  noted_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
);
