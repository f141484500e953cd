package dev.varve.lint.report;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one XML document, an element a line. */
final class XmlOut {
    private final XMLStreamWriter xml;
    private final Writer out;
    private int depth;

    XmlOut(Writer out) throws IOException {
        this.out = out;
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Opens an element; names and values of attributes alternate. */
    XmlOut open(String name, String... attributes) throws IOException {
        try {
            indent();
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], Characters.xml(attributes[i + 1]));
            }
            depth++;
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    XmlOut text(String text) throws IOException {
        try {
            xml.writeCharacters(Characters.xml(text));
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Closes the innermost element behind its text. */
    XmlOut closeInline() throws IOException {
        try {
            depth--;
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Closes the innermost element on a line of its own. */
    XmlOut close() throws IOException {
        try {
            depth--;
            indent();
            depth++;
            return closeInline();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    void end() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
            out.write('\n');
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
