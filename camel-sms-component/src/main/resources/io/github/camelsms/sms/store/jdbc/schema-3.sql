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
