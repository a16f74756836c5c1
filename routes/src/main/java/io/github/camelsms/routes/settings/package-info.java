/** What the operator has set: read once, checked once, never changed. */
package io.github.camelsms.routes.settings;
