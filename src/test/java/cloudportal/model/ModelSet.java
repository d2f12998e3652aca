package cloudportal.model;

import static cloudportal.model.ModelCheck.FILE_UNREADABLE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The files of a deployment, read. */
record ModelSet(List<Processes> processes, List<Decisions> decisions, List<Form> forms) {

    record Processes(String file, String baseName, BpmnModelInstance model, Document xml) {}

    record Decisions(String file, String baseName, DmnModelInstance model, Document xml) {}

    record Form(String file, String baseName, JsonNode json) {
        String id() {
            return json.path("id").asText();
        }
    }

    static ModelSet read(Collection<Path> paths, Findings findings) {
        ModelSet set = new ModelSet(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Path path : paths) {
            try {
                set.add(path);
            } catch (ModelException | IOException | SAXException | ParserConfigurationException e) {
                findings.add(FILE_UNREADABLE, label(path), "-", "The file cannot be read: %s.", cause(e));
            }
        }
        return set;
    }

    private static String cause(Exception e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }

    static String label(Path path) {
        return path.getParent().getFileName() + "/" + path.getFileName();
    }

    private void add(Path path) throws IOException, SAXException, ParserConfigurationException {
        String name = path.getFileName().toString();
        String baseName = name.substring(0, name.lastIndexOf('.'));
        try (InputStream content = Files.newInputStream(path)) {
            if (name.endsWith(".bpmn")) {
                processes.add(new Processes(label(path), baseName, Bpmn.readModelFromStream(content), xml(path)));
            } else if (name.endsWith(".dmn")) {
                decisions.add(new Decisions(label(path), baseName, Dmn.readModelFromStream(content), xml(path)));
            } else if (name.endsWith(".form")) {
                forms.add(new Form(
                        label(path), baseName, JsonMapper.builder().build().readTree(content)));
            }
        }
    }

    private static Document xml(Path path) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(path.toFile());
    }
}
