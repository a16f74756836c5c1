package io.github.camelsms.routes.http.kannel;

import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The XML form of {@code sendsms}. Document types are refused: nobody needs them, and they are how XML attacks. */
final class KannelXml {

    private static final String BASE = "message/submit/";
    private static final int DEEPEST = 16;

    /** Which element is which parameter. */
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("da/number", "to"),
            Map.entry("oa/number", "from"),
            Map.entry("ud", "text"),
            Map.entry("udh", "udh"),
            Map.entry("dcs/mclass", "mclass"),
            Map.entry("dcs/coding", "coding"),
            Map.entry("dcs/mwi", "mwi"),
            Map.entry("dcs/compress", "compress"),
            Map.entry("dcs/alt-dcs", "alt-dcs"),
            Map.entry("pid", "pid"),
            Map.entry("rpi", "rpi"),
            Map.entry("vp/delay", "validity"),
            Map.entry("timing/delay", "deferred"),
            Map.entry("statusrequest/dlr-mask", "dlr-mask"),
            Map.entry("statusrequest/dlr-url", "dlr-url"),
            Map.entry("from/user", "username"),
            Map.entry("from/pass", "password"),
            Map.entry("from/account", "account"),
            Map.entry("to", "smsc"));

    private KannelXml() {}

    /** The parameters; several receivers are separated by blanks, as in a query. */
    static Map<String, String> read(byte[] document) throws RefusedException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw misformed();
        }
    }

    private static Map<String, String> read(XMLStreamReader reader) throws XMLStreamException, RefusedException {
        Map<String, String> values = new LinkedHashMap<>();
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw misformed();
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(reader.getLocalName());
                    text.setLength(0);
                    if (path.size() > DEEPEST) {
                        throw misformed();
                    }
                }
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    keep(String.join("/", path), text.toString(), values);
                    path.removeLast();
                    text.setLength(0);
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        values.put("charset", "UTF-8");
        return values;
    }

    private static void keep(String path, String text, Map<String, String> values) throws RefusedException {
        String name = path.startsWith(BASE) ? PARAMETERS.get(path.substring(BASE.length())) : null;
        if (name == null || text.isEmpty()) {
            return;
        }
        if (name.equals("to")) {
            values.merge(name, text.strip(), (before, next) -> before + " " + next);
        } else if (values.putIfAbsent(name, text) != null) {
            throw Refusal.DUPLICATE_PARAM.because("the element of " + name + " is there more than once");
        }
    }

    private static RefusedException misformed() {
        return Refusal.BAD_ENCODING.because("the body is no XML that is read here");
    }
}
