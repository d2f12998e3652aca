package cloudportal.engine.model;

import static cloudportal.engine.model.ModelCheck.DELEGATE_UNUSED;
import static cloudportal.engine.model.ModelCheck.FILE_NAME_REPEATED;

import cloudportal.engine.deployment.DeployedFile;
import cloudportal.engine.deployment.DeployedFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks processes, decisions and forms against each other and against the code they name. */
public final class ModelChecks {

    private final Known known;

    public ModelChecks(Known known) {
        this.known = known;
    }

    /** What is wrong with these files, taken as one deployment; empty when all is well. */
    public List<ModelFinding> findings(DeployedFiles files) {
        Findings findings = new Findings();
        ModelSet models = ModelSet.read(files, findings);
        fileNamesAreUnique(files, findings);
        Known names = known.withAnswers(models.forms().stream()
                .flatMap(form -> FormChecks.newAnswers(form.json(), known).stream())
                .collect(Collectors.toSet()));
        Set<String> usedBeans = new HashSet<>();
        models.processes().forEach(process -> new BpmnChecks(process, models, names, findings, usedBeans).run());
        models.decisions().forEach(decisions -> new DmnChecks(decisions, names, findings).run());
        models.forms().forEach(form -> new FormChecks(form, models, names, findings).run());
        for (String bean : new TreeSet<>(known.beans().keySet())) {
            if (!usedBeans.contains(bean)) {
                findings.add(DELEGATE_UNUSED, "code", bean, "処理「%s」を使うモデルがありません。", bean);
            }
        }
        return findings.all();
    }

    private static void fileNamesAreUnique(DeployedFiles files, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (DeployedFile file : files.all()) {
            if (!seen.add(file.name().toLowerCase(Locale.ROOT))) {
                findings.add(FILE_NAME_REPEATED, file.name(), "-", "同じ名前のファイルが二つあります。どちらかを外してください。");
            }
        }
    }
}
