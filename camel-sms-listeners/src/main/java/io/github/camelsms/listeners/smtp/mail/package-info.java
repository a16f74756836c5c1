/** What a mail says to a phone: its text, whatever its MIME structure. Free of Camel and SMTP. */
package io.github.camelsms.listeners.smtp.mail;
