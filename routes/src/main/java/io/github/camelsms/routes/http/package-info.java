/** The HTTP ingress: octets of a request to a typed request, and an outcome to an answer. */
package io.github.camelsms.routes.http;
