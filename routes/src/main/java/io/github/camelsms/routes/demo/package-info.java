/** The demonstration: a phone that answers, and somebody who tells what is happening. */
package io.github.camelsms.routes.demo;
