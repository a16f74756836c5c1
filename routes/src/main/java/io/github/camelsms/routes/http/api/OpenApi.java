package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description of the API (OpenAPI 3.1) that is served beside it. */
final class OpenApi {

    private OpenApi() {}

    static Answer answer() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            return Answer.of(200, "application/yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
