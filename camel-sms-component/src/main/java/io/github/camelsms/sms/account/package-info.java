/** Senders: who they are and how they prove it. Free of Camel and of any protocol. */
package io.github.camelsms.sms.account;
