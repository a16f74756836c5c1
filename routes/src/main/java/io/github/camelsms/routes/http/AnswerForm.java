package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;

/** How a dialect says no. */
@FunctionalInterface
public interface AnswerForm {

    /** One line of text, {@code code: explanation}. */
    AnswerForm PLAIN = (refusal, explanation) ->
            Answer.refused(refusal, "text/plain;charset=utf-8", refusal.code() + ": " + explanation + "\n");

    /**
     * @param explanation a sentence of ours that repeats nothing of what came in
     */
    Answer refused(Refusal refusal, String explanation);
}
