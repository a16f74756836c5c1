/** The commands of {@code sms-gateway}, one class each. */
package io.github.camelsms.routes.command;
