-- Times are milliseconds since 1970. A row with a due_at waits to be handed out; a row with a worker is handed out.
CREATE TABLE message (
  id TEXT NOT NULL PRIMARY KEY,
  account TEXT,
  recipient TEXT NOT NULL,
  sender TEXT,
  text TEXT,
  data BLOB,
  attributes TEXT NOT NULL,
  gateways TEXT NOT NULL,
  target TEXT NOT NULL,
  reply_to TEXT,
  priority INTEGER NOT NULL,
  accepted_at INTEGER NOT NULL,
  not_before INTEGER,
  expires_at INTEGER NOT NULL,
  warn_at INTEGER,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  due_at INTEGER,
  attempts INTEGER NOT NULL,
  lease INTEGER NOT NULL,
  worker TEXT,
  carried_by TEXT,
  parts INTEGER NOT NULL,
  concat_reference INTEGER
) WITHOUT ROWID;
CREATE INDEX message_due ON message (target, priority, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX message_expiry ON message (expires_at) WHERE due_at IS NOT NULL OR state = 'HELD';
CREATE INDEX message_warning ON message (warn_at) WHERE warn_at IS NOT NULL;
CREATE INDEX message_worker ON message (worker) WHERE worker IS NOT NULL;

CREATE TABLE tally (
  name TEXT NOT NULL PRIMARY KEY,
  amount INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE message_event (
  message TEXT NOT NULL,
  n INTEGER NOT NULL,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (message, n)
) WITHOUT ROWID;

CREATE TABLE part (
  message TEXT NOT NULL,
  part INTEGER NOT NULL,
  state TEXT NOT NULL,
  gateway TEXT NOT NULL,
  reference TEXT,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (message, part)
) WITHOUT ROWID;
CREATE INDEX part_reference ON part (gateway, reference, changed_at) WHERE reference IS NOT NULL;

CREATE TABLE concat_reference (
  recipient TEXT NOT NULL PRIMARY KEY,
  reference INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE unmatched_report (
  id TEXT NOT NULL PRIMARY KEY,
  gateway TEXT NOT NULL,
  reference TEXT NOT NULL,
  recipient TEXT,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  happened_at INTEGER NOT NULL,
  filed_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX unmatched_reference ON unmatched_report (gateway, reference);
CREATE INDEX unmatched_age ON unmatched_report (filed_at);

CREATE TABLE reply_link (
  number TEXT NOT NULL,
  mailbox_key TEXT NOT NULL,
  mailbox TEXT NOT NULL,
  message TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (number, mailbox_key)
) WITHOUT ROWID;
CREATE INDEX reply_link_expiry ON reply_link (expires_at);

CREATE TABLE idempotency (
  account TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  digest TEXT NOT NULL,
  messages TEXT NOT NULL,
  kept_until INTEGER NOT NULL,
  PRIMARY KEY (account, idempotency_key)
) WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency (kept_until);

CREATE TABLE received_part (
  set_key TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  gateway TEXT NOT NULL,
  tpdu BLOB NOT NULL,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (set_key, sequence)
) WITHOUT ROWID;
CREATE INDEX received_part_age ON received_part (received_at);

CREATE TABLE received_digest (
  digest BLOB NOT NULL PRIMARY KEY,
  received_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX received_digest_age ON received_digest (received_at);

CREATE TABLE incoming (
  id TEXT NOT NULL PRIMARY KEY,
  gateway TEXT NOT NULL,
  originator TEXT NOT NULL,
  text TEXT,
  data BLOB,
  attributes TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  reply_links TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  due_at INTEGER,
  attempts INTEGER NOT NULL,
  lease INTEGER NOT NULL,
  worker TEXT
) WITHOUT ROWID;
CREATE INDEX incoming_due ON incoming (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX incoming_worker ON incoming (worker) WHERE worker IS NOT NULL;

CREATE TABLE outcome (
  id TEXT NOT NULL PRIMARY KEY,
  message TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  recipient TEXT NOT NULL,
  reply_to TEXT,
  happened_at INTEGER NOT NULL,
  due_at INTEGER,
  attempts INTEGER NOT NULL,
  lease INTEGER NOT NULL,
  worker TEXT
) WITHOUT ROWID;
CREATE INDEX outcome_due ON outcome (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX outcome_worker ON outcome (worker) WHERE worker IS NOT NULL;

CREATE TABLE gateway (
  id TEXT NOT NULL,
  worker TEXT NOT NULL,
  uncertain TEXT NOT NULL,
  PRIMARY KEY (id, worker)
) WITHOUT ROWID;

CREATE TABLE worker (
  id TEXT NOT NULL PRIMARY KEY,
  seen_at INTEGER NOT NULL
) WITHOUT ROWID;
