package cloudportal.terms;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision table {@code service-terms} alone: every service that the guide names, and what it does not name. */
class ServiceTermsTableTest {

    private static final String FILE = "/processes/service-terms.dmn";
    private static final String DECISION = "service-terms";

    /** Category | service | rule | minimum term | cutoff rule | notice days | anchor | domain | desk, read off the guide. */
    private static final String GUIDE =
            """
            HOME | type-S | row1 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-SL | row1 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-AP | row1 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | AOSBOX | row1 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-U2 | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-U2 Pro | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-U3 | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-U3 サイバー保険 | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-U3 Pro | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-U3 Pro サイバー保険 | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-R | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-R サイバー保険 | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-U4 | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-U4 Pro | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-U4L | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-U4L Pro | row2 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-AU | row3 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-AM | row3 | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-M | row4 | 12 | end-of-next-month | 0 | month-start | true | home
            HOME | type-W | row4 | 12 | end-of-next-month | 0 | month-start | true | home
            HOME | type-D | row4 | 12 | end-of-next-month | 0 | month-start | true | home
            HOME | 添付ファイル自動 ZIP パスワード化サービス | row4Options | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | 添付ファイルメールセキュリティオプション | row4Options | 12 | end-of-next-month | 0 | month-start | false | home
            HOME | type-CD | row5 | 2 | end-of-next-month | 0 | month-start | false | home
            HOME | type-CS | row5 | 2 | end-of-next-month | 0 | month-start | false | home
            HOME | type-CX | row5 | 2 | end-of-next-month | 0 | month-start | false | home
            HOME | type-C6 | row5 | 2 | end-of-next-month | 0 | month-start | false | home
            HOME | type-O | row6 | 0 | end-of-next-month | 0 | month-start | false | home
            HOME | type-O Powered by Office 365 | row6 | 0 | end-of-next-month | 0 | month-start | false | home
            HOME | セレクトシリーズ | row7 | 1 | end-of-next-month | 0 | month-start | false | home
            HOME | NI Cloud Service | row7 | 1 | end-of-next-month | 0 | month-start | false | home
            HOME | MEAP クラウドスキャン for NI Collabo | row7 | 1 | end-of-next-month | 0 | month-start | false | home
            uniFLOW Online | uniFLOW Online | row8Uniflow | 12 | end-of-next-month | 0 | month-start | false | therefore-uniflow
            Therefore Online | Therefore Online | row8Therefore | 12 | days-before-month | 35 | month-start | false | therefore-uniflow
            """;

    private static final List<String> RULES_THAT_MATCHED = new ArrayList<>();
    private static final DmnEngine ENGINE = engine();
    private static final DmnDecision TABLE = ENGINE.parseDecision(DECISION, file());

    private final DmnModelInstance model = Dmn.readModelFromStream(file());

    @BeforeEach
    void forgetWhatMatched() {
        RULES_THAT_MATCHED.clear();
    }

    @ParameterizedTest
    @MethodSource("guide")
    void decidesEveryServiceOfTheGuide(Row row) {
        // when
        DmnDecisionTableResult result = decide(row.category(), row.service());
        // then
        assertThat(RULES_THAT_MATCHED).containsExactly("rule_" + row.rule());
        assertThat(result.getSingleResult().getEntryMap()).isEqualTo(row.outputs());
    }

    @Test
    void usesEveryRule() {
        // when
        guide().forEach(row -> decide(row.category(), row.service()));
        // then
        assertThat(Set.copyOf(RULES_THAT_MATCHED))
                .isEqualTo(rules().stream().map(Rule::getId).collect(toSet()));
    }

    @Test
    void namesNoServiceThatTheGuideDoesNotNameAndNoneTwice() {
        // when
        List<String> cells =
                rules().stream().flatMap(ServiceTermsTableTest::pairs).toList();
        // then
        assertThat(cells).doesNotHaveDuplicates();
        assertThat(cells)
                .containsExactlyInAnyOrderElementsOf(guide().stream()
                        .map(row -> row.rule().startsWith("row8") ? row.category() + " / -" : row.pair())
                        .toList());
    }

    @Test
    void neverFindsTwoRulesForAnyPairOfCategoryAndService() {
        // given
        Set<String> services = new HashSet<>(List.of("", "type-Z", "VisualstageType-S"));
        guide().forEach(row -> services.add(row.service()));
        Set<String> known = guide().stream().map(Row::pair).collect(toSet());
        for (String category : List.of("HOME", "uniFLOW Online", "Therefore Online", "NVSクラウド", "")) {
            for (String service : services) {
                // when
                RULES_THAT_MATCHED.clear();
                assertThatCode(() -> decide(category, service)).doesNotThrowAnyException();
                // then
                boolean decided = known.contains(category + " / " + service) || category.endsWith(" Online");
                assertThat(RULES_THAT_MATCHED).as("%s / %s", category, service).hasSize(decided ? 1 : 0);
            }
        }
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "　",
                "-",
                "type-Z",
                "Type-S",
                "TYPE-S",
                "type-s",
                " type-S",
                "type-S ",
                "ｔｙｐｅ－Ｓ",
                "type-",
                "type-U",
                "type-U5",
                "type-U2Pro",
                "type-O Powered by",
                "type-M/W/D",
                "aosbox",
                "NI cloud service",
                "VisualstageType-S",
                "uniFLOW Online",
                "Therefore Online",
                "\"type-S\"",
                "type-S\",\"type-SL"
            })
    void knowsNoTermsForAServiceThatIsNotInTheTable(String service) {
        // when
        DmnDecisionTableResult result = decide("HOME", service);
        // then
        assertThat(result).isEmpty();
        assertThat(result.getSingleResult()).isNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "　",
                "home",
                "Home",
                "HOME ",
                "ＨＯＭＥ",
                "NVSクラウド",
                "IT保守サービス",
                "Canonet",
                "VisualStage",
                "uniflow online",
                "uniFLOW",
                "Therefore",
                "THEREFORE ONLINE"
            })
    void knowsNoTermsForACategoryThatIsNotInTheTable(String category) {
        assertThat(decide(category, "type-S")).isEmpty();
        assertThat(decide(category, "Therefore Online")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"uniFLOW Online, row8Uniflow", "Therefore Online, row8Therefore"})
    void knowsTheTermsOfEveryPlanOfServicesThatTheGuideNamesAsAWhole(String category, String rule) {
        // when
        Stream.of("uniFLOW Online", "Therefore Online", "Standard 5 ユーザー", "")
                .forEach(service -> decide(category, service));
        // then
        assertThat(RULES_THAT_MATCHED).hasSize(4).containsOnly("rule_" + rule);
    }

    @Test
    void saysOnlyWhatTheRulesUnderstand() {
        for (Row row : guide()) {
            // when
            Map<String, Object> outputs =
                    decide(row.category(), row.service()).getSingleResult().getEntryMap();
            // then
            Cutoff cutoff = new Cutoff(
                    CutoffRule.of((String) outputs.get("cutoffRule")),
                    (Integer) outputs.get("noticeDays"),
                    NoticeAnchor.of((String) outputs.get("noticeAnchor")));
            assertThatCode(() -> new ServiceTerms(
                            (Integer) outputs.get("minimumTermMonths"),
                            cutoff,
                            (Boolean) outputs.get("domainDispositionRequired"),
                            (String) outputs.get("contactDesk")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void isAUniqueTableThatIsKeptForElevenYearsAndVersioned() {
        // given
        Decision element = model.getModelElementById(DECISION);
        // then
        assertThat(model.getModelElementsByType(Decision.class)).hasSize(1);
        assertThat(element.getName()).isEqualTo("サービス条件");
        assertThat(element.getCamundaHistoryTimeToLiveString()).isEqualTo("P4018D");
        assertThat(element.getVersionTag()).isNotBlank();
        assertThat(decisionTable().getHitPolicy()).isEqualTo(HitPolicy.UNIQUE);
    }

    @Test
    void speaksFeelOnly() throws IOException {
        try (InputStream table = file()) {
            assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContainIgnoringCase("expressionLanguage");
        }
    }

    @Test
    void citesTheGuidesRowInEveryRuleAndLeavesNoOutputEmpty() {
        assertThat(rules()).allSatisfy(rule -> {
            String row = rule.getId().replaceAll("\\D", "");
            assertThat(rule.getDescription().getTextContent()).contains("ガイド 最低利用期間 " + row + "行目");
            assertThat(rule.getOutputEntries())
                    .allSatisfy(entry ->
                            assertThat(entry.getText().getTextContent()).isNotBlank());
        });
    }

    @Test
    void labelsItsColumnsInJapanese() {
        assertThat(decisionTable().getInputs()).extracting(Input::getLabel).containsExactly("サービス種別", "サービス");
        assertThat(decisionTable().getOutputs())
                .extracting(Output::getName)
                .containsExactly(
                        "minimumTermMonths",
                        "cutoffRule",
                        "noticeDays",
                        "noticeAnchor",
                        "domainDispositionRequired",
                        "contactDesk");
        assertThat(decisionTable().getOutputs())
                .allSatisfy(output -> assertThat(output.getLabel()).matches(".*[\\p{IsHiragana}\\p{IsHan}].*"));
    }

    @Test
    void listsExactlyTheInputsThatItsRulesUse() {
        // given
        List<Input> inputs = List.copyOf(decisionTable().getInputs());
        for (int i = 0; i < inputs.size(); i++) {
            int column = i;
            // when
            Set<String> used = rules().stream()
                    .map(rule -> List.copyOf(rule.getInputEntries()).get(column))
                    .flatMap(entry -> values(entry.getText()).stream())
                    .collect(toSet());
            // then
            assertThat(values(inputs.get(i).getInputValues().getText())).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @Test
    void listsExactlyTheWordsThatItsOutputsMayUse() {
        assertThat(decisionTable().getOutputs())
                .filteredOn(output -> output.getTypeRef().equals("string"))
                .extracting(output -> values(output.getOutputValues().getText()))
                .containsExactly(
                        Arrays.stream(CutoffRule.values()).map(CutoffRule::code).toList(),
                        Arrays.stream(NoticeAnchor.values())
                                .map(NoticeAnchor::code)
                                .toList(),
                        List.of("home", "therefore-uniflow"));
    }

    @Test
    void drawsEveryElementAndEveryRequirement() {
        assertThat(elements("DMNShape"))
                .extracting(shape -> shape.getAttribute("dmnElementRef"))
                .containsExactlyInAnyOrderElementsOf(ids(elements("decision", "inputData", "knowledgeSource")));
        assertThat(elements("DMNEdge"))
                .extracting(edge -> edge.getAttribute("dmnElementRef"))
                .containsExactlyInAnyOrderElementsOf(ids(elements("informationRequirement", "authorityRequirement")));
    }

    /** A row of {@link #GUIDE}; the rule is the one that must match, the outputs have the types that a process sees. */
    private record Row(String category, String service, String rule, Map<String, Object> outputs) {

        static Row of(String line) {
            String[] cells = line.split(" \\| ");
            return new Row(
                    cells[0],
                    cells[1],
                    cells[2],
                    Map.of(
                            "minimumTermMonths",
                            Integer.valueOf(cells[3]),
                            "cutoffRule",
                            cells[4],
                            "noticeDays",
                            Integer.valueOf(cells[5]),
                            "noticeAnchor",
                            cells[6],
                            "domainDispositionRequired",
                            Boolean.valueOf(cells[7]),
                            "contactDesk",
                            cells[8]));
        }

        String pair() {
            return category + " / " + service;
        }

        @Override
        public String toString() {
            return pair();
        }
    }

    private static List<Row> guide() {
        return GUIDE.lines().map(Row::of).toList();
    }

    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(event -> event.getMatchingRules()
                .forEach(rule -> RULES_THAT_MATCHED.add(rule.getId())));
        return configuration.buildEngine();
    }

    private static InputStream file() {
        return ServiceTermsTableTest.class.getResourceAsStream(FILE);
    }

    private static DmnDecisionTableResult decide(String category, String service) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("category", category);
        variables.put("service", service);
        return ENGINE.evaluateDecisionTable(TABLE, variables);
    }

    private DecisionTable decisionTable() {
        return (DecisionTable) model.<Decision>getModelElementById(DECISION).getExpression();
    }

    private List<Rule> rules() {
        return List.copyOf(decisionTable().getRules());
    }

    /** What a rule is for: its category with each service of its cell, or with - where every service is meant. */
    private static Stream<String> pairs(Rule rule) {
        List<List<String>> cells = rule.getInputEntries().stream()
                .map(entry -> values(entry.getText()))
                .toList();
        List<String> services = cells.get(1).isEmpty() ? List.of("-") : cells.get(1);
        return cells.get(0).stream().flatMap(category -> services.stream().map(service -> category + " / " + service));
    }

    private static List<String> values(Text text) {
        return Pattern.compile("\"([^\"]*)\"")
                .matcher(text.getTextContent())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<DomElement> descendants(DomElement element) {
        return Stream.concat(
                        Stream.of(element),
                        element.getChildElements().stream().flatMap(child -> descendants(child).stream()))
                .toList();
    }

    private static List<String> ids(List<DomElement> elements) {
        return elements.stream().map(element -> element.getAttribute("id")).toList();
    }

    private List<DomElement> elements(String... names) {
        return descendants(model.getDefinitions().getDomElement()).stream()
                .filter(element -> List.of(names).contains(element.getLocalName()))
                .toList();
    }
}
