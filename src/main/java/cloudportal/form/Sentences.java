package cloudportal.form;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read where an answer will not do: what is wrong and how to put it right, in the words of the field's label. */
final class Sentences {

    private static final Pattern MARKS = Pattern.compile("[\\s　]*[※*＊]必須|^[※*＊]必須[\\s　]*");

    private Sentences() {}

    /** A label without its mark 「※必須」; what is computed or left out gives way to the key. */
    static String name(String label, String key) {
        String name = MARKS.matcher(label).replaceAll("").strip();
        return name.isEmpty() || Feel.isExpression(name) || name.contains("{{") ? key : plain(name);
    }

    /** Tasklist puts sentences into its pages as they are: nothing in them may be taken for markup. */
    private static String plain(String text) {
        return text.replace('<', '＜').replace('>', '＞').replace('&', '＆').replace('"', '”');
    }

    static String required(Field field) {
        return switch (field.kind().entry()) {
            case TYPED -> field.name() + "を入力してください。";
            case CHOSEN -> field.name() + "を選択してください。";
            case TICKED -> "「" + field.name() + "」にチェックを入れてください。";
        };
    }

    static String type(Field field) {
        return field.name()
                + switch (field.kind()) {
                    case LINE -> "は改行を入れずに文字で入力してください。";
                    case TEXT -> "は文字で入力してください。";
                    case NUMBER -> "は数字で入力してください。";
                    case CHECKBOX -> "は、チェックを入れるか外すかで答えてください。";
                    case CHOICE, CHOICES -> "は表示された選択肢から選択してください。";
                    case DATE -> "は実在する日付を選択してください。";
                    case TIME -> "は時刻を選択してください。";
                    case DATE_TIME -> "は実在する日付と時刻を選択してください。";
                };
    }

    static String values(Field field) {
        return field.name() + "は表示された選択肢から選択してください。";
    }

    static String maxLength(Field field, BigDecimal limit, int length) {
        return "%sは%s文字以内で入力してください（現在%s文字）。".formatted(field.name(), number(limit), number(length));
    }

    static String minLength(Field field, BigDecimal limit, int length) {
        return "%sは%s文字以上で入力してください（現在%s文字）。".formatted(field.name(), number(limit), number(length));
    }

    static String min(Field field, BigDecimal limit) {
        return "%sは%s以上の数字で入力してください。".formatted(field.name(), number(limit));
    }

    static String max(Field field, BigDecimal limit) {
        return "%sは%s以下の数字で入力してください。".formatted(field.name(), number(limit));
    }

    static String decimalDigits(Field field, int digits) {
        return digits == 0
                ? field.name() + "は整数で入力してください。"
                : "%sは小数点以下%d桁までの数字で入力してください。".formatted(field.name(), digits);
    }

    static String increment(Field field, BigDecimal step) {
        return "%sは%s刻みの数字で入力してください。".formatted(field.name(), number(step));
    }

    static String pattern(Field field) {
        return field.name() + "は決められた形式で入力してください。";
    }

    static String email(Field field) {
        return field.name() + "はメールアドレスの形式（例：name@example.jp）で入力してください。";
    }

    static String phone(Field field) {
        return field.name() + "は国番号から始まる電話番号（例：+81312345678）を入力してください。";
    }

    static String hidden(Field field) {
        return field.name() + "は、ほかの項目で選択した内容では入力できません。画面を開き直して、表示された項目だけを入力してください。";
    }

    static String readOnly(Field field) {
        return field.name() + "は変更できません。画面を開き直して、もう一度お手続きください。";
    }

    static String undeclared(String name) {
        return "この画面にない項目（%s）は登録できません。画面を開き直し、表示された項目だけを入力してください。".formatted(plain(name));
    }

    /** One sentence a line, in the order of the form; what is no field of it is named together. */
    static String all(List<FieldRefusal> refusals) {
        String others = refusals.stream()
                .filter(refusal -> refusal.rule().equals("undeclared"))
                .map(FieldRefusal::field)
                .collect(Collectors.joining("、"));
        Stream<String> fields = refusals.stream()
                .filter(refusal -> !refusal.rule().equals("undeclared"))
                .map(FieldRefusal::sentence);
        return Stream.concat(others.isEmpty() ? Stream.of() : Stream.of(undeclared(others)), fields)
                .collect(Collectors.joining("\n"));
    }

    private static String number(Number value) {
        NumberFormat format = NumberFormat.getInstance(Locale.JAPAN);
        format.setMaximumFractionDigits(20);
        return format.format(value);
    }
}
