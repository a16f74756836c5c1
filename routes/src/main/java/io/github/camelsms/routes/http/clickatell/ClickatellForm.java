package io.github.camelsms.routes.http.clickatell;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.ingress.Refusal;

/**
 * Refusals of Clickatell: {@code ERR: 105, Invalid Destination Address} with status 200, since its clients look at the
 * body alone. Only what may succeed later has a status of its own, so that nobody takes it for final.
 */
final class ClickatellForm implements AnswerForm {

    private static final String TYPE = "text/plain;charset=utf-8";

    static Answer line(String text) {
        return Answer.of(200, TYPE, text + "\n");
    }

    @Override
    public Answer refused(Refusal refusal, String explanation) {
        String body = error(refusal, explanation) + "\n";
        boolean final200 = refusal.status() < 500 && refusal.status() != 408 && refusal.status() != 413;
        Answer answer = Answer.refused(refusal, TYPE, body);
        return final200 ? Answer.of(200, TYPE, body) : answer;
    }

    static String error(Refusal refusal, String explanation) {
        return switch (refusal) {
            case ACCOUNT_INACTIVE, ACCOUNT_EXPIRED -> "ERR: 004, Account frozen";
            case QUOTA_EXCEEDED -> "ERR: 301, No Credit Left";
            case RATE_LIMITED -> "ERR: 130, Maximum MT limit exceeded";
            case SENDER_NOT_ALLOWED -> "ERR: 106, Invalid Source Address";
            case DESTINATION_DENIED -> "ERR: 114, Cannot route message";
            case UNAUTHENTICATED, CROSS_SITE, FORBIDDEN -> "ERR: 001, Authentication failed";
            case BAD_UDH -> "ERR: 102, Invalid user data header";
            case NO_SUCH_MESSAGE -> "ERR: 103, Unknown API message ID";
            case BAD_NUMBER -> "ERR: 105, Invalid Destination Address";
            case BAD_SENDER -> "ERR: 106, Invalid Source Address";
            case TOO_MANY_PARTS -> "ERR: 113, Maximum message parts exceeded";
            case NO_SUCH_GATEWAY, NO_ROUTE -> "ERR: 114, Cannot route message";
            case BAD_TEXT, BAD_ENCODING -> "ERR: 116, Invalid Unicode Data";
            case INTERNAL, STORE_DOWN, STORE_FULL, SENDING_STOPPED, OVERLOADED, STOPPING -> "ERR: 901, " + explanation;
            default -> "ERR: 101, Invalid or missing parameters: " + explanation;
        };
    }
}
