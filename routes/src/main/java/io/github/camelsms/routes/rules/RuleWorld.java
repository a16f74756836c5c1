package io.github.camelsms.routes.rules;

import java.time.Clock;

/**
 * What rules know beside the message.
 *
 * @param lists of phones and words
 * @param domain of our mailboxes
 * @param clock the time
 */
record RuleWorld(Lists lists, String domain, Clock clock) {}
