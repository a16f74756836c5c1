/** Regular expressions that nobody can make run for long. */
package io.github.camelsms.routes.regex;
