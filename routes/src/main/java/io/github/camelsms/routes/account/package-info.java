/** What senders may do: the accounts as they are now, the step that checks each message by them, and alarms. */
package io.github.camelsms.routes.account;
