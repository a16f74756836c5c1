/** What would become of a message and why: the very route that accepts messages, run without accepting. */
package io.github.camelsms.routes.explain;
