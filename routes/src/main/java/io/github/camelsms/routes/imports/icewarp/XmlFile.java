package io.github.camelsms.routes.imports.icewarp;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML as data: no document type, no entities but those of XML itself, nothing from elsewhere, and limits. */
final class XmlFile {

    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 100_000;

    /** An element that is being read. */
    private static final class Open {
        private final String name;
        private final int line;
        private final StringBuilder text = new StringBuilder();
        private final List<XmlNode> children = new ArrayList<>();

        Open(String name, int line) {
            this.name = name;
            this.line = line;
        }

        XmlNode closed() {
            return new XmlNode(name, line, text.toString().strip(), children);
        }
    }

    /** The text is not XML that is read here; the message has no part of it. */
    static final class BrokenException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        BrokenException(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private XmlFile() {}

    /** The root element. */
    static XmlNode read(String text) throws BrokenException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is read from elsewhere");
        });
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text.strip()));
            return read(reader);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new BrokenException(line, "the XML is broken there");
        }
    }

    private static XmlNode read(XMLStreamReader reader) throws XMLStreamException, BrokenException {
        Deque<Open> open = new ArrayDeque<>();
        int elements = 0;
        while (true) {
            int event = reader.next();
            int line = reader.getLocation().getLineNumber();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new BrokenException(line, "a document type or an entity is not read");
                case XMLStreamConstants.START_ELEMENT -> {
                    elements++;
                    if (open.size() >= DEEPEST || elements > MOST_ELEMENTS) {
                        throw new BrokenException(line, "there are too many elements, or too deep ones");
                    }
                    open.push(started(reader, line));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlNode node = open.pop().closed();
                    if (open.isEmpty()) {
                        return node;
                    }
                    open.peek().children.add(node);
                }
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
    }

    /** Attributes are elements, too. */
    private static Open started(XMLStreamReader reader, int line) {
        Open open = new Open(reader.getLocalName(), line);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            open.children.add(new XmlNode(
                    reader.getAttributeLocalName(i),
                    line,
                    reader.getAttributeValue(i).strip(),
                    List.of()));
        }
        return open;
    }
}
