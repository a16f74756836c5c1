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
