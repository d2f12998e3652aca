package cloudportal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedFormTest {

    static Stream<Path> ourForms() throws IOException {
        return Files.list(Path.of("forms")).filter(file -> file.toString().endsWith(".form"));
    }

    @ParameterizedTest
    @MethodSource("ourForms")
    void readsEveryFormOfThePortal(Path form) throws IOException {
        assertThat(AskedForm.read(Files.readAllBytes(form))).isNotNull();
    }

    @Test
    void writesWhatTheFormAsksAndNothingElse() {
        // given a form that asks one thing, shows another and computes a third
        AskedForm form = form(
                """
                {"type": "textfield", "key": "answer"},
                {"type": "textfield", "key": "shown", "label": "表示 ※必須", "readonly": true},
                {"type": "textfield", "key": "locked", "disabled": true},
                {"type": "expression", "key": "sum", "expression": "=1"},
                {"type": "text", "text": "# 解約"}""");
        Map<String, Object> held = Map.of("shown", "as it was", "locked", "as it was");

        // then all may come back, and the answer alone is written
        Verdict verdict = form.judge(map("answer", "yes", "shown", "as it was", "locked", "as it was", "sum", 1), held);
        assertThat(verdict.refusals()).isEmpty();
        assertThat(verdict.accepted()).isEqualTo(Map.of("answer", "yes"));

        // but what was shown may not come back changed, nor anything else come
        assertThat(rules(form.judge(map("shown", "forged", "locked", "x", "other", 1), held)))
                .containsExactly("other undeclared", "shown readonly", "locked readonly");
        assertThat(form.judge(map("shown", "forged"), held).refusals().get(0).sentence())
                .isEqualTo("表示は変更できません。画面を開き直して、もう一度お手続きください。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "textfield", "validate": {"required": true}              | ""           | 件名を入力してください。
                    "textarea",  "validate": {"required": true}              |              | 件名を入力してください。
                    "select",    "values": [], "validate": {"required": true} |             | 件名を選択してください。
                    "checkbox",  "validate": {"required": true}              | false        | 「件名」にチェックを入れてください。
                    "datetime",  "subtype": "date"                           | "2019-02-29" | 件名は実在する日付を選択してください。
                    "datetime",  "subtype": "date"                           | "2019/02/28" | 件名は実在する日付を選択してください。
                    "datetime",  "subtype": "time"                           | "25:00"      | 件名は時刻を選択してください。
                    "textfield", "validate": {"maxLength": 3}                | "四文字だ"     | 件名は3文字以内で入力してください（現在4文字）。
                    "textfield", "validate": {"minLength": "=1 + 1"}         | "　一　"       | 件名は2文字以上で入力してください（現在1文字）。
                    "textfield", "validate": {"pattern": "^[a-z]+$"}         | "A"          | 件名は決められた形式で入力してください。
                    "textfield", "validate": {"validationType": "email"}     | "nobody"     | 件名はメールアドレスの形式（例：name@example.jp）で入力してください。
                    "textfield", "validate": {"validationType": "phone"}     | "03-1234"    | 件名は国番号から始まる電話番号（例：+81312345678）を入力してください。
                    "textfield"                                              | 5            | 件名は改行を入れずに文字で入力してください。
                    "textarea"                                               | true         | 件名は文字で入力してください。
                    "number"                                                 | "5"          | 件名は数字で入力してください。
                    "number",    "validate": {"min": 1000}                   | 999          | 件名は1,000以上の数字で入力してください。
                    "number",    "validate": {"max": 3}                      | 3.5          | 件名は3以下の数字で入力してください。
                    "number",    "decimalDigits": 0                          | 0.5          | 件名は整数で入力してください。
                    "number",    "decimalDigits": 1                          | 0.25         | 件名は小数点以下1桁までの数字で入力してください。
                    "number",    "increment": "0.5"                          | 0.75         | 件名は0.5刻みの数字で入力してください。
                    "checkbox"                                               | "true"       | 件名は、チェックを入れるか外すかで答えてください。
                    "radio",     "values": [{"label": "あ", "value": "a"}]   | "b"          | 件名は表示された選択肢から選択してください。
                    "radio",     "values": [{"label": "1", "value": 1}]      | "1"          | 件名は表示された選択肢から選択してください。
                    "checklist", "values": [{"label": "あ", "value": "a"}]   | "a"          | 件名は表示された選択肢から選択してください。
                    """)
    void saysInTheWordsOfTheLabelWhatWillNotDo(String component, String value, String sentence) throws IOException {
        AskedForm form = form("{\"key\": \"subject\", \"label\": \"件名 ※必須\", \"type\": " + component + "}");

        Verdict verdict = form.judge(map("subject", value == null ? null : Json.value(value)), Map.of());

        assertThat(verdict.refusals()).extracting(FieldRefusal::sentence).containsExactly(sentence);
        assertThat(verdict.refusals()).extracting(FieldRefusal::field).containsExactly("subject");
    }

    @Test
    void refusesTextThatNoVariableCanHold() {
        AskedForm form = form("{\"type\": \"textarea\", \"key\": \"note\", \"label\": \"備考\"}");

        assertThat(form.judge(map("note", "あ".repeat(4000)), Map.of()).isAccepted())
                .isTrue();
        assertThat(form.judge(map("note", "あ".repeat(4001)), Map.of()).refusals())
                .extracting(FieldRefusal::sentence)
                .containsExactly("備考は4,000文字以内で入力してください（現在4,001文字）。");
    }

    @Test
    void refusesWhatNoFormYields() {
        AskedForm form = form(
                """
                {"type": "textfield", "key": "text"},
                {"type": "checkbox", "key": "box"},
                {"type": "select", "key": "choice", "valuesKey": "offered"}""");

        Object file = Answers.UNREADABLE;
        assertThat(rules(form.judge(map("text", file, "box", file, "choice", file), Map.of())))
                .containsExactly("text type", "box type", "choice values");
    }

    @Test
    void offersWhatTheProcessHoldsAndNotWhatIsAnswered() {
        // given choices that a variable holds, and choices that are computed
        AskedForm form = form(
                """
                {"type": "select", "key": "month", "valuesKey": "months"},
                {"type": "taglist", "key": "tags", "valuesExpression": "=months[item.open = true]"}""");
        Map<String, Object> held = Map.of(
                "months",
                List.of(
                        Map.of("label", "11月", "value", "2019-11", "open", false),
                        Map.of("label", "12月", "value", "2019-12", "open", true)));

        // then only those may be chosen
        assertThat(form.judge(map("month", "2019-11"), held).isAccepted()).isTrue();
        assertThat(form.judge(map("month", null), held).isAccepted()).isTrue();
        assertThat(rules(form.judge(map("month", "2020-01"), held))).containsExactly("month values");
        assertThat(form.judge(map("tags", List.of("2019-12")), held).isAccepted())
                .isTrue();
        assertThat(rules(form.judge(map("tags", List.of("2019-12", "2019-11")), held)))
                .containsExactly("tags values");
        assertThat(rules(form.judge(map("months", List.of("x"), "month", "x"), held)))
                .containsExactly("months undeclared", "month values");
    }

    @Test
    void refusesAndClearsWhatIsHidden() {
        // given a reason that is asked only where there is something to retract
        AskedForm form = form(
                """
                {"type": "checkbox", "key": "retraction"},
                {"type": "group", "conditional": {"hide": "=not(retraction = true)"}, "components": [
                  {"type": "textarea", "key": "reason", "label": "理由", "validate": {"required": true}}]}""");

        // then it is required there and refused elsewhere
        assertThat(form.judge(map("retraction", true, "reason", "なし"), Map.of()).isAccepted())
                .isTrue();
        assertThat(rules(form.judge(map("retraction", true), Map.of()))).containsExactly("reason required");
        assertThat(rules(form.judge(map("retraction", false, "reason", "なし"), Map.of())))
                .containsExactly("reason hidden");

        // and an earlier answer does not outlive it, nor one that is simply left out
        Map<String, Object> held = Map.of("retraction", true, "reason", "前の理由", "other", 1);
        assertThat(form.judge(map("retraction", false), held).cleared()).containsExactly("reason");
        assertThat(form.judge(map("retraction", false, "reason", ""), held).cleared())
                .containsExactly("reason");
        assertThat(form.judge(Map.of(), held).cleared()).containsExactlyInAnyOrder("retraction", "reason");
        assertThat(form.judge(Map.of(), held).refusals()).isEmpty();
    }

    @Test
    void writesNullForAnEmptyChoice() {
        AskedForm form = form(
                """
                {"type": "select", "key": "month", "values": [{"label": "11月", "value": "11"}]},
                {"type": "textfield", "key": "note"}""");

        assertThat(form.judge(map("month", "", "note", ""), Map.of()).accepted())
                .isEqualTo(map("month", null, "note", ""));
    }

    @Test
    void findsFieldsInObjects() {
        // given fields in a group with a path, and a key with a dot
        AskedForm form = form(
                """
                {"type": "group", "path": "address", "components": [
                  {"type": "textfield", "key": "city", "validate": {"maxLength": 2}},
                  {"type": "textfield", "key": "code", "readonly": true}]},
                {"type": "checkbox", "key": "consent.given"}""");
        Map<String, Object> held = Map.of("address", Map.of("code", "108"));

        // then each is judged at its place, and the whole object is written
        Map<String, Object> address = Map.of("city", "東京", "code", "108");
        assertThat(form.judge(map("address", address, "consent", Map.of("given", true)), held)
                        .accepted())
                .isEqualTo(Map.of("address", address, "consent", Map.of("given", true)));
        assertThat(rules(form.judge(map("address", Map.of("city", "東京都", "code", "1", "x", 1)), held)))
                .containsExactly("address.x undeclared", "address.city maxLength", "address.code readonly");
        assertThat(rules(form.judge(map("consent", true), held))).containsExactly("consent undeclared");
    }

    @Test
    void seesWhatIsLockedAndNotSentBackAsItIsHeld() {
        // given a field that is locked by an expression, and another that is there only while it says so
        AskedForm form = form(
                """
                {"type": "textfield", "key": "kind", "label": "種別", "readonly": "=locked"},
                {"type": "textfield", "key": "detail", "label": "詳細", "conditional": {"hide": "=kind != \\"A\\""}}""");

        assertThat(rules(form.judge(map("detail", "x"), map("locked", true, "kind", "A"))))
                .isEmpty();
        // while an open field that is left out is empty
        assertThat(rules(form.judge(map("detail", "x"), map("locked", false, "kind", "A"))))
                .containsExactly("detail hidden");
    }

    @Test
    void putsNoMarkupIntoASentence() {
        AskedForm form = form("{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"<b>名</b>\","
                + " \"validate\": {\"required\": true}}");

        assertThat(Sentences.all(form.judge(map("<img src=x onerror=alert(1)>", 1), Map.of())
                        .refusals()))
                .contains("（＜img src=x onerror=alert(1)＞）", "＜b＞名＜/b＞を入力してください。")
                .doesNotContain("<");
    }

    @Test
    void asksForNothingWithoutAForm() {
        assertThat(AskedForm.NOTHING.judge(Map.of(), Map.of()).isAccepted()).isTrue();
        assertThat(rules(AskedForm.NOTHING.judge(map("anything", 1), Map.of()))).containsExactly("anything undeclared");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'dynamiclist', 'path': 'rows', 'components': []}",
                "{'type': 'filepicker', 'key': 'file'}",
                "{'type': 'datetime', 'key': 'day'}",
                "{'type': 'datetime', 'subtype': 'date', 'key': 'day', 'disallowPassedDates': true}",
                "{'type': 'textfield'}",
                "{'type': 'textfield', 'key': 'list.0'}",
                "{'type': 'textfield', 'key': 'a'}, {'type': 'number', 'key': 'a'}",
                "{'type': 'textfield', 'key': 'a'}, {'type': 'number', 'key': 'a.b'}",
                "{'type': 'textfield', 'key': 'a', 'validate': {'checksum': true}}",
                "{'type': 'textfield', 'key': 'a', 'validate': {'required': '=x'}}",
                "{'type': 'textfield', 'key': 'a', 'validate': {'min': 1}}",
                "{'type': 'textfield', 'key': 'a', 'validate': {'maxLength': 'many'}}",
                "{'type': 'textfield', 'key': 'a', 'validate': {'pattern': '(?=a)b'}}",
                "{'type': 'textfield', 'key': 'a', 'validate': {'pattern': '(a)\\\\1'}}",
                "{'type': 'textfield', 'key': 'a', 'validate': {'validationType': 'iban'}}",
                "{'type': 'number', 'key': 'a', 'increment': '0'}",
                "{'type': 'radio', 'key': 'a'}",
                "{'type': 'radio', 'key': 'a', 'valuesExpression': '=if then'}",
                "{'type': 'text', 'conditional': {'hide': 'always'}}",
                "{'type': 'text', 'conditional': {'hide': '=)('}}",
            })
    void findsWhatCouldNotBeHeldTo(String component) {
        assertThatThrownBy(() -> form(component.replace('\'', '"')))
                .isInstanceOfSatisfying(UnsupportedForm.class, form -> assertThat(form.findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.sentence()).endsWith("。")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<form/>", "{\"a\": 1, \"a\": 2, \"components\": []}", "{}", "[]", "null", ""})
    void refusesWhatIsNoForm(String json) {
        assertThatThrownBy(() -> AskedForm.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnsupportedForm.class);
    }

    private static AskedForm form(String components) {
        return AskedForm.read(("{\"components\": [" + components + "]}").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rules(Verdict verdict) {
        return verdict.refusals().stream()
                .map(refusal -> refusal.field() + " " + refusal.rule())
                .toList();
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
