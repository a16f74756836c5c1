/** The running gateway: a camel-main application with the built-in route files and those of the operator. */
package io.github.camelsms.routes.gateway;
