package io.github.camelsms.routes.mailin;

import io.github.camelsms.routes.ingress.SubmitRequest;
import java.util.Optional;

/**
 * What may go on.
 *
 * @param request what is asked for
 * @param account who pays; empty when nobody does
 */
record Admission(SubmitRequest request, Optional<String> account) {}
