/** Conditions of rules: what {@code smsRule} can ask of a message. */
package io.github.camelsms.routes.rules.condition;
