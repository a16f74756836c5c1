/** Calls by camel-platform-http: the HTTP server that a platform has already, or one of Vert.x in its place. */
package io.github.camelsms.routes.http.platform;
