package io.github.camelsms.routes.http.emg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.ingress.Refusal;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How {@code /bin/send}, {@code /bin/send.json} and {@code /bin/send.xml} answer. */
enum Format implements AnswerForm {
    /** An identity a line, or what is wrong behind the word ERROR. */
    TEXT("text/plain;charset=utf-8") {
        @Override
        String write(List<Result> results, Optional<Long> balance) {
            return results.stream()
                    .map(result -> result.status() == 0
                            ? result.id() + "\n"
                            : "ERROR " + result.status() + " " + result.text() + "\n")
                    .collect(Collectors.joining());
        }
    },
    /** As EMG 7.1 prints it. */
    JSON("application/json") {
        @Override
        String write(List<Result> results, Optional<Long> balance) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("results", results.stream().map(Result::fields).toList());
            balance.ifPresent(left -> fields.put("balance", left.toString()));
            try {
                return MAPPER.writeValueAsString(fields) + "\n";
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    /** The elements are those of the JSON form; EMG's own sample is lost. */
    XML("application/xml") {
        @Override
        String write(List<Result> results, Optional<Long> balance) {
            StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<response><results>");
            for (Result result : results) {
                xml.append("<result>");
                result.fields().forEach((name, value) -> xml.append('<')
                        .append(name)
                        .append('>')
                        .append(escaped(value))
                        .append("</")
                        .append(name)
                        .append('>'));
                xml.append("</result>");
            }
            xml.append("</results>");
            balance.ifPresent(left -> xml.append("<balance>").append(left).append("</balance>"));
            return xml.append("</response>\n").toString();
        }
    };

    private static final JsonMapper MAPPER = new JsonMapper();

    private final String type;

    Format(String type) {
        this.type = type;
    }

    abstract String write(List<Result> results, Optional<Long> balance);

    /**
     * @param balance what the account may still send in this month, where it has a limit
     */
    Answer answer(List<Result> results, Optional<Long> balance) {
        return Answer.of(200, type, write(results, balance));
    }

    @Override
    public Answer refused(Refusal refusal, String explanation) {
        return Answer.refused(refusal, type, write(List.of(Result.of(refusal, explanation)), Optional.empty()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
