package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;

/** Refusals of an HTTP server, of calls that no route has seen, in our words. */
public final class ServerErrors {

    private ServerErrors() {}

    /** The route of the call has not ended in time. */
    public static Answer timedOut(AnswerForm form) {
        return form.refused(Refusal.STORE_DOWN, "the store has not answered in time, and may have the message or not");
    }

    /**
     * @param status that the server would answer with
     */
    public static Answer answer(AnswerForm form, int status) {
        return switch (status) {
            case 404 ->
                form.refused(
                        Refusal.NOT_FOUND,
                        "there is nothing under this path: see docs/http.md for those that there are");
            case 405 -> form.refused(Refusal.METHOD_NOT_ALLOWED, "use GET or POST");
            case 408 -> form.refused(Refusal.TIMEOUT, "the request took too long");
            case 413 -> form.refused(Refusal.BODY_TOO_LARGE, "the body is too large");
            case 414 -> form.refused(Refusal.URI_TOO_LONG, "the URL is too long: use POST");
            case 415 -> form.refused(Refusal.UNSUPPORTED_MEDIA_TYPE, "the media type is not supported");
            case 431 -> form.refused(Refusal.HEADERS_TOO_LARGE, "the header fields are too large");
            // a method or a version of HTTP that is none
            case 501, 505 -> form.refused(Refusal.BAD_REQUEST, "this is not a well-formed HTTP request");
            case 503 -> form.refused(Refusal.STOPPING, "the gateway is stopping");
            default ->
                status >= 400 && status < 500
                        ? form.refused(Refusal.BAD_REQUEST, "this is not a well-formed HTTP request")
                        : form.refused(Refusal.INTERNAL, "the gateway has failed");
        };
    }
}
