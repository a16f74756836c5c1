/** Reads {@code gammu-smsdrc}. */
package io.github.camelsms.routes.imports.gammu;
