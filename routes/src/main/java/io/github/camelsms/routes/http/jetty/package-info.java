/** Calls by camel-jetty, the HTTP consumer of the gateway application unless another one is set. */
package io.github.camelsms.routes.http.jetty;
