/** Whether this machine and these settings can carry a gateway: measured, not believed. */
package io.github.camelsms.routes.doctor;
