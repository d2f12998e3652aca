package cloudportal.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Forms that nobody drew, with answers that nobody gave: most of them nearly right. A seed always makes the same one. */
final class RandomForms {

    private static final int KEPT = 240;
    private static final int MOST_FIELDS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TYPES = List.of(
            "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist", "datetime");
    private static final List<String> VALUES = List.of("a", "b", "c");
    private static final List<String> LINES = List.of(
            "",
            " ",
            "a",
            "ab",
            " abc ",
            "解約",
            "\u3000解約\u3000",
            "HM12",
            "12",
            "0",
            "a@b.example",
            "+81312345678",
            "\uD83D\uDE00",
            "a\nb");
    private static final List<String> PATTERNS = List.of("^[a-z]+$", "[0-9]{2}", "^\\S+$", "^(HM|MW)\\d*$", "^[^@]*$");
    private static final List<String> NUMBERS = List.of("0", "1", "2", "3", "5", "-1", "0.5", "1.25", "10");
    private static final List<String> DATES =
            List.of("2019-11-30", "2020-02-29", "2019-02-29", "2019-11-31", "2019-1-1", "2019-11-30T00:00", "x", "");
    private static final List<String> TIMES = List.of("09:30", "00:00", "23:45", "9:30", "12:61", "09:30:00", "x", "");
    private static final List<String> DATE_TIMES =
            List.of("2019-11-30T09:30", "2019-11-30T23:45", "2019-02-30T10:00", "2019-11-30", "T10:00", "x", "");

    private final Random random;
    private final ObjectNode variables = JSON.createObjectNode();
    private final ObjectNode answers = JSON.createObjectNode();
    private final List<String> conditions = new ArrayList<>();

    private RandomForms(long seed) {
        random = new Random(seed);
    }

    static List<FormCase> cases() {
        return LongStream.rangeClosed(1, KEPT).mapToObj(RandomForms::of).toList();
    }

    static FormCase of(long seed) {
        RandomForms forms = new RandomForms(seed);
        forms.fillVariables();
        ObjectNode form = forms.form();
        return new FormCase("seed " + seed, form, forms.variables, forms.answers, MissingNode.getInstance());
    }

    private void fillVariables() {
        variables.put("level", random.nextInt(6) - 1);
        variables.put("flag", random.nextBoolean());
        variables.put("plan", one(VALUES));
        ArrayNode offers = variables.putArray("offers");
        VALUES.stream().filter(value -> oneIn(2)).forEach(value -> {
            if (oneIn(2)) {
                offers.add(value);
            } else {
                offers.addObject().put("label", "選択肢" + value).put("value", value);
            }
        });
        conditions.addAll(List.of("=flag", "=not(flag)", "=level > 2", "=plan = \"a\"", "=count(offers) = 0"));
    }

    private ObjectNode form() {
        ObjectNode form = JSON.createObjectNode().put("type", "default");
        addFields(form.putArray("components"), "f", "", answers);
        if (oneIn(3)) {
            ObjectNode group = ((ArrayNode) form.get("components")).addObject().put("type", "group");
            boolean inside = oneIn(2);
            if (inside) {
                group.put("path", "inner");
            }
            hide(group, 3);
            ObjectNode held = inside ? JSON.createObjectNode() : answers;
            addFields(group.putArray("components"), "g", inside ? "inner." : "", held);
            if (inside && !held.isEmpty()) {
                answers.set("inner", held);
            }
        }
        return form;
    }

    private void addFields(ArrayNode components, String name, String path, ObjectNode answered) {
        int count = 1 + random.nextInt(MOST_FIELDS);
        for (int i = 1; i <= count; i++) {
            String key = name + i;
            ObjectNode field = components.addObject().put("type", one(TYPES)).put("key", key);
            describe(field, answered);
            hide(field, 3);
            if (path.isEmpty() && oneIn(12)) {
                field.put(oneIn(2) ? "disabled" : "readonly", true);
                if (answered.has(key) && oneIn(2)) {
                    variables.set(key, answered.get(key));
                }
            }
            addConditions(field.get("type").asText(), path + key);
        }
    }

    private void hide(ObjectNode component, int times) {
        if (oneIn(times)) {
            component.putObject("conditional").put("hide", one(conditions));
        }
    }

    private void describe(ObjectNode field, ObjectNode answered) {
        ObjectNode validate = JSON.createObjectNode();
        if (oneIn(2)) {
            validate.put("required", true);
        }
        JsonNode answer =
                switch (field.get("type").asText()) {
                    case "textfield", "textarea" -> text(validate);
                    case "number" -> number(field, validate);
                    case "checkbox" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
                    case "datetime" -> dateTime(field);
                    case "radio", "select" -> choices(field).path(0);
                    default -> choices(field);
                };
        if (!validate.isEmpty()) {
            field.set("validate", validate);
        }
        String key = field.get("key").asText();
        if (oneIn(8) && !(answer.isArray() && field.has("valuesExpression"))) {
            // form-js breaks down over computed choices in the place of which something else has come.
            answered.set(key, anything());
        } else if (!oneIn(5) && !answer.isMissingNode()) {
            answered.set(key, answer);
        }
    }

    private JsonNode text(ObjectNode validate) {
        switch (random.nextInt(6)) {
            case 0 -> validate.put("minLength", random.nextInt(4));
            case 1 -> validate.put("maxLength", random.nextInt(6));
            case 2 -> validate.put("pattern", one(PATTERNS));
            case 3 -> validate.put("validationType", oneIn(2) ? "email" : "phone");
            case 4 -> validate.put("maxLength", "=level + 1");
            default -> {}
        }
        return JSON.getNodeFactory().textNode(one(LINES));
    }

    private JsonNode number(ObjectNode field, ObjectNode validate) {
        switch (random.nextInt(6)) {
            case 0 -> validate.put("min", random.nextInt(5) - 1);
            case 1 -> validate.put("max", random.nextInt(5) - 1);
            case 2 -> field.put("decimalDigits", random.nextInt(3));
            case 3 -> field.put("increment", 0.5);
            case 4 -> validate.put("min", "=level");
            default -> {}
        }
        String number = one(NUMBERS);
        if (oneIn(4)) {
            field.put("serializeToString", true);
            return JSON.getNodeFactory().textNode(number);
        }
        return number.contains(".")
                ? JSON.getNodeFactory().numberNode(Double.parseDouble(number))
                : JSON.getNodeFactory().numberNode(Integer.parseInt(number));
    }

    private JsonNode dateTime(ObjectNode field) {
        String subtype = one(List.of("date", "time", "datetime"));
        field.put("subtype", subtype);
        return JSON.getNodeFactory()
                .textNode(
                        switch (subtype) {
                            case "date" -> one(DATES);
                            case "time" -> one(TIMES);
                            default -> one(DATE_TIMES);
                        });
    }

    /** Answers as many as it likes of what may be chosen, and now and then something else. */
    private ArrayNode choices(ObjectNode field) {
        switch (random.nextInt(3)) {
            case 0 -> field.put("valuesKey", "offers");
            case 1 -> field.put("valuesExpression", "=if flag then [\"a\", \"b\"] else [\"c\"]");
            default -> {
                ArrayNode values = field.putArray("values");
                VALUES.forEach(
                        value -> values.addObject().put("label", "選択肢" + value).put("value", value));
            }
        }
        ArrayNode chosen = JSON.createArrayNode();
        VALUES.stream().filter(value -> oneIn(2)).forEach(chosen::add);
        if (oneIn(8)) {
            chosen.add("x");
        }
        return chosen;
    }

    private JsonNode anything() {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.getNodeFactory().nullNode();
            case 1 -> JSON.getNodeFactory().textNode("x");
            case 2 -> JSON.getNodeFactory().numberNode(7);
            case 3 -> JSON.getNodeFactory().booleanNode(true);
            case 4 -> JSON.createArrayNode().add("a");
            case 5 -> JSON.createObjectNode().put("value", "a");
            default -> JSON.getNodeFactory().textNode("");
        };
    }

    /** What the fields behind this one may be hidden by. */
    private void addConditions(String type, String place) {
        switch (type) {
            case "textfield", "textarea" -> conditions.add("=%s = \"\"".formatted(place));
            case "number", "datetime" -> conditions.add("=%s = null".formatted(place));
            case "checkbox" -> conditions.add("=%s".formatted(place));
            case "radio", "select" -> conditions.add("=%s = \"a\"".formatted(place));
            default -> conditions.add("=count(%s) > 1".formatted(place));
        }
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
