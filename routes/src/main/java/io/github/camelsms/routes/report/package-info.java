/** Tells those who have sent a message, at the URL that they gave, what became of it. */
package io.github.camelsms.routes.report;
