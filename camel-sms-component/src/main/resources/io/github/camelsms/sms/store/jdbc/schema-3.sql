-- Who is told of what became of messages on his own, beside the others; each outcome waits for each of them.
CREATE TABLE subscription (
  name TEXT NOT NULL PRIMARY KEY,
  states TEXT NOT NULL,
  asked_at INTEGER NOT NULL
) WITHOUT ROWID;
ALTER TABLE outcome ADD COLUMN subscription TEXT NOT NULL DEFAULT '';
DROP INDEX outcome_due;
CREATE INDEX outcome_due ON outcome (subscription, due_at, id) WHERE due_at IS NOT NULL;
-- Accounts and groups, and what they have sent.
CREATE TABLE account (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  secret TEXT,
  token TEXT,
  member_of TEXT,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (kind, name)
) WITHOUT ROWID;
CREATE INDEX account_members ON account (member_of) WHERE member_of IS NOT NULL;

CREATE TABLE account_term (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  term TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (kind, name, term)
) WITHOUT ROWID;

-- Parts of a month, by kind:name. Who has a limit is counted in shard 0, others in the one of the process; shard -1 is
-- what an operator has set.
CREATE TABLE account_usage (
  owner TEXT NOT NULL,
  month TEXT NOT NULL,
  shard INTEGER NOT NULL,
  parts INTEGER NOT NULL,
  last_at INTEGER,
  PRIMARY KEY (owner, month, shard)
) WITHOUT ROWID;

-- How many parts a message has, and how many of them are charged in which month to its account and to which group.
ALTER TABLE message ADD COLUMN size INTEGER;
ALTER TABLE message ADD COLUMN charged INTEGER;
ALTER TABLE message ADD COLUMN charge_month TEXT;
ALTER TABLE message ADD COLUMN charge_group TEXT;

-- What is stopped: accept, send, or "send ID" for one gateway.
CREATE TABLE kill_switch (
  scope TEXT NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL,
  since INTEGER NOT NULL
) WITHOUT ROWID;

-- Routing: the numbers that a gateway with such a limit has written to on a day, and gateways that have failed lately.
CREATE TABLE gateway_recipient (
  day TEXT NOT NULL,
  counted_as TEXT NOT NULL,
  recipient TEXT NOT NULL,
  PRIMARY KEY (day, counted_as, recipient)
) WITHOUT ROWID;

CREATE TABLE gateway_failure (
  gateway TEXT NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL,
  cooling_until INTEGER
) WITHOUT ROWID;

-- Lists of phones that rules ask for, and the automatic answers that were given, so that none is given again at once.
CREATE TABLE phone_list (
  name TEXT NOT NULL,
  entry TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (name, entry)
) WITHOUT ROWID;

CREATE TABLE auto_answer (
  number TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  PRIMARY KEY (number, answer)
) WITHOUT ROWID;
CREATE INDEX auto_answer_time ON auto_answer (answered_at);
