package io.github.camelsms.routes.http.kannel;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.ingress.Refusal;

/** The answers of Kannel's smsbox, to the letter where it has one. */
final class KannelForm implements AnswerForm {

    static final String TYPE = "text/plain;charset=utf-8";

    @Override
    public Answer refused(Refusal refusal, String explanation) {
        return switch (refusal) {
            case UNAUTHENTICATED, CROSS_SITE, FORBIDDEN, ACCOUNT_INACTIVE, ACCOUNT_EXPIRED ->
                answer(403, "Authorization failed for sendsms");
            case NO_SUCH_GATEWAY, NO_ROUTE -> answer(403, "Not routable. Do not try again.");
            case STORE_DOWN, STORE_FULL, SENDING_STOPPED, RATE_LIMITED, OVERLOADED, STOPPING ->
                Answer.refused(refusal, TYPE, "Temporal failure, try again later.");
            case INTERNAL -> answer(500, "Sending failed.");
            case DESTINATION_DENIED -> answer(403, "Number(s) has/have been denied by white- and/or black-lists.");
            case SENDER_NOT_ALLOWED -> answer(403, "From field misformed, rejected");
            case BAD_NUMBER -> answer(400, "Number(s) has/have been denied by white- and/or black-lists.");
            case BAD_TEXT, BAD_ENCODING -> answer(400, "Charset or body misformed, rejected");
            case BAD_UDH -> answer(400, "UDH field misformed, rejected");
            case BAD_SENDER -> answer(400, "From field misformed, rejected");
            case TOO_MANY_PARTS -> answer(400, "Message too long, rejected");
            default -> Answer.refused(refusal, TYPE, explanation);
        };
    }

    private static Answer answer(int status, String text) {
        return Answer.of(status, TYPE, text);
    }
}
