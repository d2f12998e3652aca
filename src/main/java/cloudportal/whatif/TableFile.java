package cloudportal.whatif;

import cloudportal.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A file with a decision table that may be judged: of bounded size, without a document type, and in FEEL only, since any other
 * language would run a program.
 */
record TableFile(byte[] content) {

    static final int MOST_BYTES = 512 * 1024;
    static final int MOST_RULES = 2_000;

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "https://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/");

    /**
     * Reads a file that somebody sent.
     *
     * @throws Refusal where it may not be judged, with the line and column where there is one
     */
    static TableFile read(InputStream sent) throws IOException {
        byte[] content = sent.readNBytes(MOST_BYTES + 1);
        if (content.length == 0) {
            throw new Refusal("ファイルが空です。サービス条件の表（service-terms.dmn）を選んでください。");
        }
        if (content.length > MOST_BYTES) {
            throw new Refusal("ファイルが大きすぎます。%d KB までの表を選んでください。".formatted(MOST_BYTES / 1024));
        }
        check(content);
        return new TableFile(content);
    }

    InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    private static void check(byte[] content) {
        try {
            XMLStreamReader xml = secureFactory().createXMLStreamReader(new ByteArrayInputStream(content));
            int rules = 0;
            boolean first = true;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw at(xml, "文書型宣言（DOCTYPE）は使えません。取り除いてください。");
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (first
                        && !(DMN.equals(xml.getNamespaceURI())
                                && xml.getLocalName().equals("definitions"))) {
                    throw at(xml, "DMN 1.3 の表ではありません。Camunda Modeler で保存した service-terms.dmn を選んでください。");
                }
                first = false;
                languageIsFeel(xml);
                if (xml.getLocalName().equals("rule") && ++rules > MOST_RULES) {
                    throw at(xml, "行が多すぎます。%d 行までにしてください。".formatted(MOST_RULES));
                }
            }
        } catch (XMLStreamException e) {
            throw new Refusal("%d行%d列: XML として読めません。Camunda Modeler で開いて保存し直してください。"
                    .formatted(
                            e.getLocation() == null ? 1 : e.getLocation().getLineNumber(),
                            e.getLocation() == null ? 1 : e.getLocation().getColumnNumber()));
        }
    }

    private static void languageIsFeel(XMLStreamReader xml) {
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            if (xml.getAttributeLocalName(index).equals("expressionLanguage")
                    && !FEEL.contains(xml.getAttributeValue(index))) {
                throw at(xml, "式の言語「%s」は使えません。FEEL だけが使えます。".formatted(shortened(xml.getAttributeValue(index))));
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static Refusal at(XMLStreamReader xml, String sentence) {
        return new Refusal("%d行%d列: %s"
                .formatted(xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber(), sentence));
    }

    private static XMLInputFactory secureFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
