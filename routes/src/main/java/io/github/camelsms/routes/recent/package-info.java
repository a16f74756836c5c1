/** What is remembered for a while and forgotten with the process. */
package io.github.camelsms.routes.recent;
