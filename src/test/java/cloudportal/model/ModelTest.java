package cloudportal.model;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.engine.model.Known;
import cloudportal.engine.model.Known.BeanKind;
import cloudportal.engine.model.ModelChecks;
import cloudportal.engine.model.ModelFinding;
import cloudportal.support.ModelFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The project's processes, decisions and forms fit each other and the code. */
class ModelTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");

    @Test
    void modelsAndCodeFitEachOther() {
        // given every file that is deployed
        List<Path> files = ModelFiles.under(PROCESSES, FORMS);

        // when
        List<ModelFinding> findings = new ModelChecks(ProjectCode.known()).findings(ModelFiles.read(files));

        // then
        assertThat(findings).isEmpty();
    }

    @Test
    void everyKindOfModelIsChecked() {
        // when
        List<Path> files = ModelFiles.under(PROCESSES, FORMS);

        // then an empty or moved directory cannot pass for a good one
        assertThat(files)
                .contains(
                        Path.of("processes/cancellation-request.bpmn"),
                        Path.of("processes/cancellation-fulfilment.bpmn"),
                        Path.of("processes/service-terms.dmn"))
                .anyMatch(file -> file.toString().endsWith(".form"));
    }

    @Test
    void knowsWhatTheCodeOffers() {
        // when
        Known known = ProjectCode.known();

        // then
        assertThat(known.beans()).containsKeys("assessCancellationDelegate", "clearAnswersListener");
        assertThat(known.offers("assessCancellationDelegate", BeanKind.DELEGATE))
                .isTrue();
        assertThat(known.offers("clearAnswersListener", BeanKind.TASK_LISTENER)).isTrue();
        assertThat(known.offers("clearAnswersListener", BeanKind.DELEGATE)).isFalse();
        assertThat(known.beans()).containsKeys(known.sendingBeans().toArray(String[]::new));
        assertThat(known.variables()).contains("contractNumber", "contract", "serviceTerms");
        assertThat(known.groups()).contains("customers", "contract-center");
        assertThat(known.thrownErrors()).contains("serviceUnknown");
    }
}
