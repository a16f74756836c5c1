-- When a message with a preference list moves on to the next gateway, and what is needed to know that a gateway is down.
ALTER TABLE message ADD COLUMN failover_at INTEGER;
UPDATE message SET failover_at = due_at + 300000
  WHERE gateways LIKE '%,%' AND due_at IS NOT NULL AND state IN ('QUEUED', 'SCHEDULED');
CREATE INDEX message_failover ON message (gateways, failover_at) WHERE failover_at IS NOT NULL AND due_at IS NOT NULL;

CREATE TABLE known_gateway (
  id TEXT NOT NULL PRIMARY KEY,
  served_at INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO known_gateway (id, served_at)
  SELECT gateway.id, MAX(worker.seen_at) FROM gateway JOIN worker ON worker.id = gateway.worker GROUP BY gateway.id;

-- How many messages wait for each gateway and of each account.
INSERT INTO tally (name, amount)
  SELECT 'waiting-gateway:0:' || target, COUNT(*) FROM message
  WHERE state IN ('SCHEDULED', 'QUEUED', 'HELD', 'SENDING', 'UNCERTAIN') GROUP BY target;
INSERT INTO tally (name, amount)
  SELECT 'waiting-account:0:' || account, COUNT(*) FROM message
  WHERE state IN ('SCHEDULED', 'QUEUED', 'HELD', 'SENDING', 'UNCERTAIN') AND account IS NOT NULL GROUP BY account;
