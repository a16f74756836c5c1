/** Calls URLs that are told what happens: signed, guarded, again and again; and the operator's webhooks. */
package io.github.camelsms.routes.webhook;
