package cloudportal.audit;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** A drawing of a BPMN diagram with the path taken, for a document that no viewer will open. */
final class DiagramPicture {

    private static final String TAKEN = "#0a6b2d";
    private static final String QUIET = "#777";

    private final StringBuilder svg = new StringBuilder();
    private final CaseHistory.Path path;

    private DiagramPicture(CaseHistory.Path path) {
        this.path = path;
    }

    /** The SVG; every name in it is escaped. */
    static String of(String bpmn, CaseHistory.Path path) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)));
        return new DiagramPicture(path).draw(model);
    }

    private String draw(BpmnModelInstance model) {
        Collection<BpmnShape> shapes = model.getModelElementsByType(BpmnShape.class);
        double left =
                shapes.stream().mapToDouble(s -> s.getBounds().getX()).min().orElse(0) - 20;
        double top =
                shapes.stream().mapToDouble(s -> s.getBounds().getY()).min().orElse(0) - 20;
        double right = shapes.stream()
                        .mapToDouble(s -> s.getBounds().getX() + s.getBounds().getWidth())
                        .max()
                        .orElse(100)
                + 20;
        double bottom = shapes.stream()
                        .mapToDouble(s -> s.getBounds().getY() + s.getBounds().getHeight())
                        .max()
                        .orElse(100)
                + 20;
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"たどった経路\""
                        + " viewBox=\"%.0f %.0f %.0f %.0f\" font-size=\"11\" font-family=\"sans-serif\">",
                left, top, right - left, bottom - top));
        shapes.stream().sorted((a, b) -> Double.compare(area(b), area(a))).forEach(this::shape);
        model.getModelElementsByType(BpmnEdge.class).forEach(this::edge);
        return svg.append("</svg>\n").toString();
    }

    private void shape(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        if (element == null) {
            return;
        }
        Bounds at = shape.getBounds();
        int visits = path.nodes().getOrDefault(element.getId(), 0);
        String look = visits > 0
                ? "fill=\"#e3f4e8\" stroke=\"" + TAKEN + "\" stroke-width=\"2.5\""
                : "fill=\"" + (isFrame(element) ? "none" : "#fff") + "\" stroke=\"" + QUIET + "\"";
        double x = at.getX();
        double y = at.getY();
        double width = at.getWidth();
        double height = at.getHeight();
        if (element instanceof Event) {
            svg.append(format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" %s/>", x + width / 2, y + height / 2, width / 2, look));
        } else if (element instanceof Gateway) {
            svg.append(format(
                    "<path d=\"M%.1f %.1f L%.1f %.1f L%.1f %.1f L%.1f %.1f Z\" %s/>",
                    x + width / 2, y, x + width, y + height / 2, x + width / 2, y + height, x, y + height / 2, look));
        } else {
            svg.append(format(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%d\" %s/>",
                    x, y, width, height, isFrame(element) ? 0 : 8, look));
        }
        label(element, x, y, width, height);
        if (visits > 1) {
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\" font-weight=\"bold\" text-anchor=\"end\">×%d</text>",
                    x + width, y - 3, TAKEN, visits));
        }
    }

    private void label(BaseElement element, double x, double y, double width, double height) {
        String name = element instanceof FlowElement flow
                ? flow.getName()
                : element instanceof Lane lane
                        ? lane.getName()
                        : element instanceof Participant participant ? participant.getName() : null;
        if (name == null || name.isBlank()) {
            return;
        }
        if (isFrame(element)) {
            svg.append(format(
                    "<text transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                    x + 18, y + height / 2, CaseDocument.escape(name)));
            return;
        }
        boolean below = element instanceof Event || element instanceof Gateway;
        int most = below ? 9 : Math.max(4, (int) (width / 11.5));
        List<String> lines = name.codePoints()
                .mapToObj(Character::toString)
                .collect(Collectors.collectingAndThen(Collectors.toList(), letters -> lines(letters, most)));
        double first = below ? y + height + 13 : y + Math.max(16, (height - lines.size() * 13) / 2 + 10);
        for (int i = 0; i < lines.size(); i++) {
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
                    x + width / 2, first + i * 13, CaseDocument.escape(lines.get(i))));
        }
    }

    private static List<String> lines(List<String> letters, int most) {
        List<String> lines = new java.util.ArrayList<>();
        for (int i = 0; i < letters.size(); i += most) {
            lines.add(String.join("", letters.subList(i, Math.min(letters.size(), i + most))));
        }
        return lines;
    }

    private void edge(BpmnEdge edge) {
        BaseElement element = edge.getBpmnElement();
        int times = element == null ? 0 : path.flows().getOrDefault(element.getId(), 0);
        String points = edge.getWaypoints().stream()
                .map(point -> format("%.1f,%.1f", point.getX(), point.getY()))
                .collect(Collectors.joining(" "));
        svg.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>",
                points, times > 0 ? TAKEN : "#bbb", times > 0 ? "3" : "1"));
        List<Waypoint> way = List.copyOf(edge.getWaypoints());
        arrow(way.get(way.size() - 2), way.get(way.size() - 1), times > 0 ? TAKEN : "#bbb");
        if (times > 1) {
            Waypoint first = way.get(0);
            Waypoint second = way.get(1);
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\" font-weight=\"bold\">×%d</text>",
                    (first.getX() + second.getX()) / 2 + 3, (first.getY() + second.getY()) / 2 - 4, TAKEN, times));
        }
    }

    private void arrow(Waypoint from, Waypoint to, String colour) {
        double angle = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
        svg.append(format(
                "<path d=\"M%.1f %.1f L%.1f %.1f L%.1f %.1f Z\" fill=\"%s\"/>",
                to.getX(),
                to.getY(),
                to.getX() - 9 * Math.cos(angle - 0.4),
                to.getY() - 9 * Math.sin(angle - 0.4),
                to.getX() - 9 * Math.cos(angle + 0.4),
                to.getY() - 9 * Math.sin(angle + 0.4),
                colour));
    }

    private static boolean isFrame(BaseElement element) {
        return element instanceof Lane || element instanceof Participant;
    }

    private static double area(BpmnShape shape) {
        return shape.getBounds().getWidth() * shape.getBounds().getHeight();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
