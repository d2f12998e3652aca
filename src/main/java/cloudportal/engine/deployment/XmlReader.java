package cloudportal.engine.deployment;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML to elements that know where they begin. Takes no DOCTYPE, so no entity and nothing from elsewhere. */
final class XmlReader extends DefaultHandler {

    private static final String DISALLOW_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final int DEEPEST = 60;

    private final TextPlaces places;
    private Locator locator;
    private XmlNode root;
    private XmlNode current;
    private int depth;

    private XmlReader(String text) {
        places = new TextPlaces(text);
    }

    /** @throws SAXException with the place, where the parser knows it */
    static XmlNode read(String text) throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(DISALLOW_DOCTYPE, true);
            XMLReader parser = factory.newSAXParser().getXMLReader();
            XmlReader reader = new XmlReader(text);
            parser.setContentHandler(reader);
            parser.setErrorHandler(reader);
            parser.parse(new InputSource(new StringReader(text)));
            return reader.root;
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String qualified, Attributes given) throws SAXException {
        if (++depth > DEEPEST) {
            throw new SAXException("elements are nested more than %d deep".formatted(DEEPEST));
        }
        List<XmlNode.Attribute> attributes = new ArrayList<>();
        for (int index = 0; index < given.getLength(); index++) {
            attributes.add(
                    new XmlNode.Attribute(given.getURI(index), given.getLocalName(index), given.getValue(index)));
        }
        Place place = places.beginOfTag(locator.getLineNumber(), locator.getColumnNumber());
        XmlNode node = new XmlNode(current, uri, localName, place, attributes);
        if (current == null) {
            root = node;
        } else {
            current.add(node);
        }
        current = node;
    }

    @Override
    public void endElement(String uri, String localName, String qualified) {
        depth--;
        current = current.parent();
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        current.add(characters, start, length);
    }

    @Override
    public void fatalError(org.xml.sax.SAXParseException e) throws SAXException {
        throw e;
    }
}
