package cloudportal.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person fills in, and the kind of value that comes of it. */
enum Kind {
    /** One line; form-js turns a line break into a blank, so none can come from it. */
    LINE(Entry.TYPED, "") {
        @Override
        boolean yields(Object value, Field field) {
            return value instanceof String text && text.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\t');
        }
    },
    TEXT(Entry.TYPED, "") {
        @Override
        boolean yields(Object value, Field field) {
            return value instanceof String;
        }
    },
    NUMBER(Entry.TYPED, null) {
        @Override
        boolean yields(Object value, Field field) {
            return field.numberAsText() ? isDecimal(value) : Values.isNumber(value);
        }
    },
    CHECKBOX(Entry.TICKED, false) {
        @Override
        boolean yields(Object value, Field field) {
            return value instanceof Boolean;
        }
    },
    CHOICE(Entry.CHOSEN, null) {
        @Override
        boolean yields(Object value, Field field) {
            return true;
        }
    },
    CHOICES(Entry.CHOSEN, List.of()) {
        @Override
        boolean yields(Object value, Field field) {
            return value instanceof List<?>;
        }
    },
    DATE(Entry.CHOSEN, null) {
        @Override
        boolean yields(Object value, Field field) {
            return IsoTimes.isDate(value);
        }
    },
    TIME(Entry.CHOSEN, null) {
        @Override
        boolean yields(Object value, Field field) {
            return IsoTimes.isTime(value, field.zone());
        }
    },
    DATE_TIME(Entry.CHOSEN, null) {
        @Override
        boolean yields(Object value, Field field) {
            return IsoTimes.isDateTime(value, field.zone());
        }
    };

    /** How a person makes the entry, in the words of a sentence. */
    enum Entry {
        TYPED,
        CHOSEN,
        TICKED
    }

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private final Entry entry;
    private final Object unanswered;

    Kind(Entry entry, Object unanswered) {
        this.entry = entry;
        this.unanswered = unanswered;
    }

    /** The kind that form-js gives a component, unless it takes no entry. */
    static Optional<Kind> of(String component, String subtype) {
        return Optional.ofNullable(
                switch (component) {
                    case "textfield" -> LINE;
                    case "textarea" -> TEXT;
                    case "number" -> NUMBER;
                    case "checkbox" -> CHECKBOX;
                    case "radio", "select" -> CHOICE;
                    case "checklist", "taglist" -> CHOICES;
                    case "datetime" ->
                        switch (subtype) {
                            case "date" -> DATE;
                            case "time" -> TIME;
                            case "datetime" -> DATE_TIME;
                            default -> null;
                        };
                    default -> null;
                });
    }

    abstract boolean yields(Object value, Field field);

    Entry entry() {
        return entry;
    }

    /** What form-js holds for a field that nobody has filled in. */
    Object unanswered() {
        return unanswered;
    }

    /** No entry at all; an unticked box is one, since what it says is no. */
    boolean isEmpty(Object value) {
        return value == null || "".equals(value) || value instanceof List<?> list && list.isEmpty();
    }

    boolean isText() {
        return this == LINE || this == TEXT;
    }

    boolean isChoice() {
        return this == CHOICE || this == CHOICES;
    }

    /** What form-js shows of a value that the process holds. */
    Object shown(Object value) {
        boolean plain = value != null && !(value instanceof List<?>) && !(value instanceof Map<?, ?>);
        return switch (this) {
            case LINE -> plain ? value.toString().replaceAll("[\r\n\t]", " ") : "";
            case TEXT -> plain ? value.toString() : "";
            case CHECKBOX -> Boolean.TRUE.equals(value);
            case NUMBER -> isDecimal(value) ? number(value) : value;
            default -> value;
        };
    }

    static boolean isDecimal(Object value) {
        return value instanceof String text && DECIMAL.matcher(text).matches();
    }

    static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }
}
