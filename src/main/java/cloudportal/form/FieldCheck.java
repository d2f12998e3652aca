package cloudportal.form;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the entry of one field to what the form asks of it, to the letter of form-js, which asks it in the browser. */
final class FieldCheck {

    /** The longest text that a variable can hold. */
    static final BigDecimal LONGEST_TEXT = BigDecimal.valueOf(4000);

    private static final Pattern EMAIL = Pattern.compile("^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+"
            + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");

    private final Field field;
    private final Field.Validation asked;
    private final Map<String, Object> variables;
    private final Map<String, Object> data;
    private final List<FieldRefusal> refusals = new ArrayList<>();

    private FieldCheck(Field field, Map<String, Object> variables, Map<String, Object> data) {
        this.field = field;
        this.asked = field.validation();
        this.variables = variables;
        this.data = data;
    }

    static List<FieldRefusal> refusals(
            Field field, Object value, Map<String, Object> variables, Map<String, Object> data) {
        FieldCheck check = new FieldCheck(field, variables, data);
        check.look(value);
        return check.refusals;
    }

    /** A field that cannot be changed is held to its rules by form-js all the same, as far as it can be shown. */
    static List<FieldRefusal> refusalsOfShown(Field field, Map<String, Object> variables, Map<String, Object> data) {
        if (field.validation().isNone()) {
            return List.of();
        }
        FieldCheck check = new FieldCheck(field, variables, data);
        check.look(check.showable(Paths.get(new FirstShown(List.of(field), variables), field.path())));
        return check.refusals;
    }

    private Object showable(Object value) {
        if (field.kind() == Kind.CHOICES && value instanceof List<?> list) {
            return list.stream().filter(this::isOffered).toList();
        }
        boolean showable =
                value != null && field.kind().yields(value, field) && (field.kind() != Kind.CHOICE || isOffered(value));
        return showable ? value : field.kind().unanswered();
    }

    private boolean isOffered(Object chosen) {
        return field.options().offer(chosen, variables, data);
    }

    private void look(Object value) {
        if (field.kind().isEmpty(value) || Boolean.FALSE.equals(value) && field.kind() == Kind.CHECKBOX) {
            if (asked.required()) {
                refuse("required", Sentences.required(field));
            }
        } else if (!field.kind().yields(value, field)) {
            refuse("type", Sentences.type(field));
        } else if (field.kind().isText()) {
            lookAtText((String) value);
        } else if (field.kind() == Kind.NUMBER) {
            lookAtNumber(Kind.number(value));
        } else if (field.kind().isChoice()) {
            List<?> chosen = value instanceof List<?> list && field.kind() == Kind.CHOICES ? list : List.of(value);
            if (!chosen.stream().allMatch(this::isOffered)) {
                refuse("values", Sentences.values(field));
            }
        }
    }

    private void lookAtText(String text) {
        int length = ScriptText.trimmed(text).length();
        BigDecimal max = limit(asked.maxLength());
        BigDecimal min = limit(asked.minLength());
        if (max != null && isBelow(max, length)) {
            refuse("maxLength", Sentences.maxLength(field, max, length));
        } else if (isBelow(LONGEST_TEXT, text.length())) {
            refuse("maxLength", Sentences.maxLength(field, LONGEST_TEXT, text.length()));
        }
        if (min != null && isBelow(BigDecimal.valueOf(length), min)) {
            refuse("minLength", Sentences.minLength(field, min, length));
        }
        if (asked.pattern() != null && !asked.pattern().isIn(text)) {
            refuse("pattern", Sentences.pattern(field));
        }
        if ("email".equals(asked.type()) && !EMAIL.matcher(text).find()) {
            refuse("validationType", Sentences.email(field));
        }
        if ("phone".equals(asked.type()) && !PhoneNumbers.isIn(text)) {
            refuse("validationType", Sentences.phone(field));
        }
    }

    private void lookAtNumber(BigDecimal number) {
        BigDecimal min = limit(asked.min());
        BigDecimal max = limit(asked.max());
        if (asked.decimalDigits() != null && number.stripTrailingZeros().scale() > asked.decimalDigits()) {
            refuse("decimalDigits", Sentences.decimalDigits(field, asked.decimalDigits()));
        }
        if (asked.increment() != null && number.remainder(asked.increment()).signum() != 0) {
            refuse("increment", Sentences.increment(field, asked.increment()));
        }
        if (min != null && isBelow(number, min)) {
            refuse("min", Sentences.min(field, min));
        }
        if (max != null && isBelow(max, number)) {
            refuse("max", Sentences.max(field, max));
        }
    }

    private BigDecimal limit(Limit limit) {
        return limit == null ? null : limit.in(data);
    }

    private void refuse(String rule, String sentence) {
        refusals.add(new FieldRefusal(field.key(), rule, sentence));
    }

    private static boolean isBelow(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) < 0;
    }

    private static boolean isBelow(BigDecimal limit, int length) {
        return isBelow(limit, BigDecimal.valueOf(length));
    }
}
