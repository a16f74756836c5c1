/** Content filters: conditions and actions that routes are made of, and where the routes of the operator are called. */
package io.github.camelsms.routes.rules;
