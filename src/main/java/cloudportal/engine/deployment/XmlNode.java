package cloudportal.engine.deployment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of an XML file, and where its tag begins. */
public final class XmlNode {

    /** @param namespace empty where it has none */
    public record Attribute(String namespace, String name, String value) {}

    private final XmlNode parent;
    private final String namespace;
    private final String name;
    private final Place place;
    private final List<Attribute> attributes;
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlNode(XmlNode parent, String namespace, String name, Place place, List<Attribute> attributes) {
        this.parent = parent;
        this.namespace = namespace;
        this.name = name;
        this.place = place;
        this.attributes = List.copyOf(attributes);
    }

    void add(XmlNode child) {
        children.add(child);
    }

    void add(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    /** The element around it; null for the outermost. */
    public XmlNode parent() {
        return parent;
    }

    public String namespace() {
        return namespace;
    }

    /** Without its prefix. */
    public String name() {
        return name;
    }

    public Place place() {
        return place;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    public List<XmlNode> children() {
        return Collections.unmodifiableList(children);
    }

    /** The text that stands directly in the element. */
    public String text() {
        return text.toString().strip();
    }

    /** The value of the attribute without a namespace. */
    public Optional<String> attribute(String attribute) {
        return attribute("", attribute);
    }

    public Optional<String> attribute(String ofNamespace, String attribute) {
        return attributes.stream()
                .filter(given ->
                        given.namespace().equals(ofNamespace) && given.name().equals(attribute))
                .map(Attribute::value)
                .findFirst();
    }

    /** Itself and all elements in it, in the order of the file. */
    public Stream<XmlNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlNode::all));
    }

    /** The children of this name. */
    public Stream<XmlNode> children(String named) {
        return children.stream().filter(child -> child.name().equals(named));
    }

    /** The id of the element or of the nearest one around it; empty where none has one. */
    public String nearestId() {
        return attribute("id").orElseGet(() -> parent == null ? "" : parent.nearestId());
    }
}
