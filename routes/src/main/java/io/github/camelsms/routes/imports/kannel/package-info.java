/** Reads {@code kannel.conf}. */
package io.github.camelsms.routes.imports.kannel;
