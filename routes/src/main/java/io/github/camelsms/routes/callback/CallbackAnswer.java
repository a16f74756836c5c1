package io.github.camelsms.routes.callback;

/** What a provider gets. */
record CallbackAnswer(int status, String type, String body) {

    static CallbackAnswer plain(int status, String line) {
        return new CallbackAnswer(status, "text/plain;charset=utf-8", line + "\n");
    }
}
