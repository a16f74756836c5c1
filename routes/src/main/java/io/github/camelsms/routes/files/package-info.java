/** Files of the operator that are read again when they change. */
package io.github.camelsms.routes.files;
