package cloudportal.model;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.process.FormViews.AssessmentView;
import cloudportal.process.FormViews.ContractRow;
import cloudportal.process.FormViews.ContractView;
import cloudportal.process.FormViews.DeskView;
import cloudportal.process.FormViews.InquiryView;
import cloudportal.process.FormViews.RequestRow;
import cloudportal.process.FormViews.RequestView;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the forms ask, when, and with which answers. */
class FormsTest {

    private static final Map<String, Set<String>> ASKED = Map.ofEntries(
            Map.entry("start-cancellation", Set.of()),
            Map.entry("select-contract", Set.of("contractNumber")),
            Map.entry("request-cancellation", Set.of("contractAction")),
            Map.entry("give-reason", Set.of("desiredMonth", "cancellationReason", "reasonAction")),
            Map.entry("give-reason-and-domain", Set.of("cancellationReason", "domainDisposition", "reasonAction")),
            Map.entry("confirm-request", Set.of("confirmation", "confirmed", "settlementConsent")),
            Map.entry("request-completed", Set.of()),
            Map.entry("withdraw-draft", Set.of("withdrawal", "confirmed")),
            Map.entry("draft-withdrawn", Set.of("nextStep")),
            Map.entry("contact-desk", Set.of()),
            Map.entry("review-request", Set.of("reviewDecision", "reviewComment")),
            Map.entry("await-cancellation-date", Set.of("retraction", "retractionReason")),
            Map.entry("transfer-domain", Set.of("domainHandledOn", "domainNote")),
            Map.entry("abolish-domain", Set.of("domainHandledOn", "domainNote")),
            Map.entry("arrange-settlement", Set.of("settlementReference", "settlementNote")),
            Map.entry("answer-inquiry", Set.of("inquiryNote")));

    /** What the Tasklist of this engine version can show, less the list that keeps a task from being completed. */
    private static final Set<String> COMPONENTS = Set.of(
            "text",
            "html",
            "table",
            "group",
            "textfield",
            "textarea",
            "select",
            "radio",
            "checkbox",
            "datetime",
            "spacer");

    private static final Map<String, Class<?>> SHOWN = Map.of(
            "contract", ContractView.class,
            "assessment", AssessmentView.class,
            "request", RequestView.class,
            "desk", DeskView.class,
            "desk.product", DeskView.class,
            "inquiry", InquiryView.class);

    private static final Pattern PATH =
            Pattern.compile("\\b(?<variable>contract|assessment|request|desk\\.product|desk|inquiry)\\.(?<name>\\w+)");

    static Stream<String> forms() {
        return PortalForms.ids().stream();
    }

    @Test
    void theFormsAreThese() {
        assertThat(PortalForms.ids()).containsExactlyInAnyOrderElementsOf(ASKED.keySet());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void asksExactlyWhatItsTaskMayWrite(String form) {
        // when
        List<String> keys = keyed(form).map(field -> field.path("key").asText()).toList();

        // then
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(keys)).isEqualTo(new TreeSet<>(ASKED.get(form)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isAFormOfThisPlatform(String form) {
        // when
        JsonNode read = PortalForms.read(form);

        // then
        assertThat(read.path("id").asText()).isEqualTo(form);
        assertThat(read.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(read.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(read.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(PortalForms.components(form))
                .extracting(component -> component.path("type").asText())
                .isSubsetOf(COMPONENTS);
        assertThat(PortalForms.components(form))
                .extracting(component -> component.path("id").asText())
                .doesNotHaveDuplicates();
        assertThat(keyed(form)).allSatisfy(field -> assertThat(field.path("id").asText())
                .isEqualTo("Field_" + field.path("key").asText()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void saysOfEachRequiredAnswerThatItIs(String form) {
        assertThat(keyed(form).filter(FormsTest::isRequired))
                .allSatisfy(field -> assertThat(field.path("label").asText()).endsWith(" ※必須"));
    }

    /** A text component reads Markdown, so that a customer's words could put links and pictures before the contract center. */
    @ParameterizedTest
    @MethodSource("forms")
    void showsTheCustomersWordsAsPlainTextOnly(String form) {
        assertThat(PortalForms.components(form))
                .filteredOn(component -> component.toString().contains("request.reason}}"))
                .allSatisfy(component -> {
                    if (!component.has("components")) {
                        assertThat(component.path("type").asText()).isEqualTo("html");
                        assertThat(component.path("content").asText()).contains("white-space: pre-wrap");
                    }
                });
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource({
        "request-cancellation, contractAction, request back",
        "give-reason, reasonAction, next back",
        "give-reason-and-domain, reasonAction, next back",
        "give-reason-and-domain, domainDisposition, transfer abolish",
        "confirm-request, confirmation, submit edit withdraw",
        "withdraw-draft, withdrawal, withdraw keep",
        "draft-withdrawn, nextStep, contracts finish",
        "review-request, reviewDecision, accept return",
    })
    void offersTheAnswersThatTheProcessKnows(String form, String key, String values) {
        assertThat(PortalForms.field(form, key).path("values"))
                .extracting(value -> value.path("value").asText())
                .containsExactly(values.split(" "));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "select-contract, contractNumber",
        "request-cancellation, contractAction",
        "give-reason, reasonAction",
        "give-reason, desiredMonth",
        "give-reason-and-domain, reasonAction",
        "confirm-request, confirmation",
        "withdraw-draft, withdrawal",
        "draft-withdrawn, nextStep",
        "review-request, reviewDecision",
        "transfer-domain, domainHandledOn",
        "abolish-domain, domainHandledOn",
        "arrange-settlement, settlementReference",
    })
    void letsNobodyPastAStepWithoutItsChoice(String form, String key) {
        assertThat(isRequired(PortalForms.field(form, key))).isTrue();
    }

    /** Going back needs no reason; for going on the portal asks for what is missing, in Japanese. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "give-reason, cancellationReason",
        "give-reason-and-domain, cancellationReason",
        "give-reason-and-domain, domainDisposition"
    })
    void letsTheCustomerGoBackWithoutAReason(String form, String key) {
        // when
        JsonNode field = PortalForms.field(form, key);

        // then
        assertThat(isRequired(field)).isFalse();
        assertThat(field.path("label").asText()).endsWith(" ※必須");
    }

    @ParameterizedTest(name = "{0}: {1} is hidden where {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            give-reason             | このまま解約する場合は   | =assessment.shortfallMonths = 0
            give-reason-and-domain  | このまま解約する場合は   | =assessment.shortfallMonths = 0
            confirm-request         | このまま解約する場合は   | =assessment.shortfallMonths = 0
            confirm-request         | assessment.changedText | =assessment.changedText = ""
            confirm-request         | Field_settlementConsent | =assessment.shortfallMonths = 0
            confirm-request         | Field_confirmed        | =confirmation != "submit"
            withdraw-draft          | Field_confirmed        | =withdrawal != "withdraw"
            give-reason             | Field_desiredMonth     | =count(monthOptions) = 0 or reasonAction = "back"
            select-contract         | {{contractNotice}}     | =contractNotice = null or contractNotice = ""
            await-cancellation-date | Field_retractionReason | =not(retraction = true)
            """)
    void hidesWhatDoesNotApply(String form, String mark, String condition) {
        assertThat(PortalForms.components(form))
                .filteredOn(component ->
                        component.path("conditional").path("hide").asText().equals(condition))
                .anyMatch(component -> component.toString().contains(mark));
    }

    @ParameterizedTest
    @CsvSource({"transfer-domain", "abolish-domain"})
    void warnsThatAnAuthCodeMustNeverBeWrittenDown(String form) {
        assertThat(PortalForms.prints(form))
                .anyMatch(text -> text.contains("**認証コード") && text.contains("この画面や備考、コメントに絶対に記入しないでください。**"));
        assertThat(PortalForms.field(form, "domainNote").path("description").asText())
                .contains("認証コード（AuthCode）は絶対に記入しないでください。");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void boundsEveryTextThatCanBeTyped(String form) {
        assertThat(keyed(form).filter(field -> field.path("type").asText().startsWith("text")))
                .allSatisfy(field -> assertThat(
                                field.path("validate").path("maxLength").asInt())
                        .isBetween(1, 1000));
    }

    /** The list of a select at the end of a form would open under the foot of the page, where nobody can click it. */
    @ParameterizedTest
    @MethodSource("forms")
    void leavesRoomForEveryListThatOpens(String form) {
        // given
        List<JsonNode> components = PortalForms.components(form);

        // then
        assertThat(components.get(components.size() - 1).path("type").asText()).isNotEqualTo("select");
    }

    @Test
    void preparesTheChoicesInVariablesThatAreNeverAbsent() {
        assertThat(PortalForms.field("select-contract", "contractNumber")
                        .path("valuesKey")
                        .asText())
                .isEqualTo("contractOptions");
        assertThat(PortalForms.field("give-reason", "desiredMonth")
                        .path("valuesKey")
                        .asText())
                .isEqualTo("monthOptions");
        assertThat(forms().flatMap(FormsTest::keyed)
                        .filter(field -> field.has("valuesKey"))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void showsTheContractCenterTheSameFactsOnEachOfItsForms() {
        // given
        List<String> staff = List.of(
                "review-request", "await-cancellation-date", "transfer-domain", "abolish-domain", "arrange-settlement");

        // when
        Set<String> facts = staff.stream()
                .map(form -> PortalForms.only(
                                form,
                                component -> component.path("label").asText().equals("お申込の内容"))
                        .at("/components/0/content")
                        .asText())
                .collect(Collectors.toSet());

        // then
        assertThat(facts).singleElement().satisfies(table -> assertThat(table)
                .contains("{{request.requestNumber}}", "{{request.cancellationDateText}}", "{{request.domainText}}"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void showsOnlyWhatTheDelegatesPrepare(String form) {
        // given
        Matcher paths = PATH.matcher(PortalForms.read(form).toString());

        // then
        while (paths.find()) {
            assertThat(names(SHOWN.get(paths.group("variable")))).as(form).contains(paths.group("name"));
        }
        PortalForms.components(form).stream()
                .filter(component -> component.path("type").asText().equals("table"))
                .forEach(table -> assertThat(names(rowsOf(table)))
                        .as(form)
                        .containsAll(StreamSupport.stream(table.path("columns").spliterator(), false)
                                .map(column -> column.path("key").asText())
                                .toList()));
    }

    private static Class<?> rowsOf(JsonNode table) {
        return table.path("dataSource").asText().startsWith("=contracts") ? ContractRow.class : RequestRow.class;
    }

    private static List<String> names(Class<?> view) {
        return Arrays.stream(view.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static Stream<JsonNode> keyed(String form) {
        return PortalForms.components(form).stream().filter(component -> component.has("key"));
    }

    private static boolean isRequired(JsonNode field) {
        return field.path("validate").path("required").asBoolean();
    }
}
