package cloudportal.engine.model;

import static cloudportal.engine.model.ModelCheck.FILE_UNREADABLE;

import cloudportal.engine.deployment.DeployedFile;
import cloudportal.engine.deployment.DeployedFiles;
import cloudportal.engine.deployment.XmlNode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.xml.sax.SAXException;

/** The files of a deployment, as the engine's own model API reads them. */
record ModelSet(DeployedFiles files, List<Processes> processes, List<Decisions> decisions, List<Form> forms) {

    record Processes(String file, String baseName, BpmnModelInstance model, XmlNode xml) {}

    record Decisions(String file, String baseName, DmnModelInstance model, XmlNode xml) {}

    record Form(String file, String baseName, JsonNode json) {
        String id() {
            return json.path("id").asText();
        }
    }

    static ModelSet read(DeployedFiles files, Findings findings) {
        ModelSet set = new ModelSet(files, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (DeployedFile file : files.all()) {
            try {
                set.add(file, findings);
            } catch (ModelException e) {
                findings.add(
                        FILE_UNREADABLE,
                        file.name(),
                        "-",
                        "BPMN・DMN の形式に合いません（%s）。Camunda Modeler で直してください。",
                        cause(e));
            }
        }
        return set;
    }

    /** What the schema says, which stands in the innermost exception. */
    private static String cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && !(cause instanceof SAXException)) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    private void add(DeployedFile file, Findings findings) {
        ByteArrayInputStream content = new ByteArrayInputStream(file.bytes());
        switch (file.kind()) {
            case BPMN ->
                file.xml()
                        .ifPresentOrElse(
                                xml -> processes.add(new Processes(
                                        file.name(), file.baseName(), Bpmn.readModelFromStream(content), xml)),
                                () -> unreadable(file, findings));
            case DMN ->
                file.xml()
                        .ifPresentOrElse(
                                xml -> decisions.add(new Decisions(
                                        file.name(), file.baseName(), Dmn.readModelFromStream(content), xml)),
                                () -> unreadable(file, findings));
            case FORM ->
                file.json()
                        .ifPresentOrElse(
                                json -> forms.add(new Form(file.name(), file.baseName(), json)),
                                () -> unreadable(file, findings));
            case OTHER -> unreadable(file, findings);
        }
    }

    private static void unreadable(DeployedFile file, Findings findings) {
        findings.add(FILE_UNREADABLE, file.name(), "-", "ファイルを読み取れません。Camunda Modeler で保存し直してください。");
    }
}
