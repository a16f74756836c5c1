/** Messages as programs see them, in JSON. The names are stable. */
package io.github.camelsms.routes.json;
