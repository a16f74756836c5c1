/** Mails become short messages: taken by SMTP, or fetched from mailboxes. */
package io.github.camelsms.routes.mailin;
