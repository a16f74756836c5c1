/**
 * What providers tell us by HTTP: delivery reports and received messages, at {@code /sms/receive_PROVIDER}. A call is
 * believed when its signature or its key is right, read as the provider's definition says, filed, and only then answered.
 */
package io.github.camelsms.routes.callback;
