package cloudportal.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a Camunda Form (form-js 1.8.7, the one of Tasklist 7.24). Whatever in it could not be held to on the server is found here,
 * so that it can be refused when the form is deployed, and not when a person fills it in.
 */
final class FormReader {

    private static final Set<String> WITHOUT_ENTRY =
            Set.of("text", "html", "spacer", "separator", "image", "iframe", "button", "table", "expression");
    private static final Set<String> VALIDATIONS = Set.of(
            "required", "min", "max", "minLength", "maxLength", "pattern", "patternErrorMessage", "validationType");
    private static final Set<String> VALIDATION_TYPES = Set.of("", "custom", "email", "phone");
    private static final Pattern KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");
    private static final int DEEPEST = 20;

    private final List<Field> fields = new ArrayList<>();
    private final Set<List<String>> shown = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final List<UnsupportedForm.Finding> findings = new ArrayList<>();

    private FormReader() {}

    /** @throws UnsupportedForm with all that is wrong at once */
    static AskedForm read(byte[] json) {
        try {
            return read(Json.tree(json));
        } catch (IOException e) {
            throw new UnsupportedForm(List.of(new UnsupportedForm.Finding(
                    MissingNode.getInstance(), "JSON として読めません。Camunda Modeler で保存し直してください。")));
        }
    }

    /** See {@link #read(byte[])}. */
    static AskedForm read(JsonNode form) {
        FormReader reader = new FormReader();
        if (!form.path("components").isArray()) {
            reader.findings.add(new UnsupportedForm.Finding(form, "Camunda Form ではありません。components がありません。"));
        }
        reader.readAll(form, List.of(), Field.When.NEVER, 0);
        if (!reader.findings.isEmpty()) {
            throw new UnsupportedForm(reader.findings);
        }
        return new AskedForm(reader.fields, reader.shown);
    }

    private void readAll(JsonNode parent, List<String> path, Field.When hidden, int depth) {
        parent.path("components").forEach(component -> {
            try {
                read(component, path, hidden, depth);
            } catch (UnsupportedForm.Problem problem) {
                findings.add(new UnsupportedForm.Finding(component, problem.getMessage()));
            }
        });
    }

    private void read(JsonNode component, List<String> path, Field.When hiddenAround, int depth) {
        String type = component.path("type").asText();
        Field.When hidden = hiddenAround.or(hidden(component));
        if (depth > DEEPEST) {
            throw new UnsupportedForm.Problem("グループの入れ子が深すぎます。%d 段までにしてください。".formatted(DEEPEST));
        }
        if (type.equals("group")) {
            readAll(component, below(path, component.path("path").asText()), hidden, depth + 1);
            return;
        }
        Optional<Kind> kind = Kind.of(type, component.path("subtype").asText());
        if (kind.isPresent()) {
            Field field = field(component, kind.get(), below(path, key(component)), hidden);
            fields.add(field);
        } else if (!WITHOUT_ENTRY.contains(type)) {
            throw new UnsupportedForm.Problem("部品「%s」は、入力をサーバーで確認できないため使えません。ほかの部品に置き換えてください。".formatted(type));
        } else if (!component.path("key").asText().isEmpty()) {
            List<String> place = below(path, component.path("key").asText());
            claim(place);
            shown.add(place);
        }
    }

    private Field field(JsonNode component, Kind kind, List<String> path, Field.When hidden) {
        claim(path);
        if (component.path("disallowPassedDates").asBoolean()) {
            throw new UnsupportedForm.Problem("過去の日付の禁止は、サーバーで確認できないため使えません。指定を外してください。");
        }
        return new Field(
                path,
                Sentences.name(label(component), String.join(".", path)),
                kind,
                component.path("serializeToString").asBoolean(),
                IsoTimes.Zone.of(component.path("timeSerializingFormat")),
                component.has("defaultValue") ? Json.value(component.get("defaultValue")) : kind.unanswered(),
                kind.isChoice() ? Options.of(component) : null,
                isSet(component.path("disabled")),
                readOnly(component.path("readonly")),
                hidden,
                validation(component, kind));
    }

    private static Field.Validation validation(JsonNode component, Kind kind) {
        JsonNode validate = component.path("validate");
        validate.fieldNames().forEachRemaining(name -> {
            if (!VALIDATIONS.contains(name)) {
                throw new UnsupportedForm.Problem("検証「%s」はサーバーで確認できません。指定を外してください。".formatted(name));
            }
        });
        JsonNode required = validate.path("required");
        if (!required.isMissingNode() && !required.isNull() && !required.isBoolean()) {
            throw new UnsupportedForm.Problem("必須（required）は true または false で指定してください。");
        }
        boolean text = kind.isText();
        boolean number = kind == Kind.NUMBER;
        String type = validate.path("validationType").asText();
        if (!VALIDATION_TYPES.contains(type)) {
            throw new UnsupportedForm.Problem("検証の種類「%s」は使えません。email または phone を指定してください。".formatted(type));
        }
        String pattern = validate.path("pattern").asText();
        JsonNode digits = component.path("decimalDigits");
        JsonNode increment = component.path("increment");
        return new Field.Validation(
                required.asBoolean(),
                only(number, "min", Limit.of(validate.path("min"))),
                only(number, "max", Limit.of(validate.path("max"))),
                only(text, "minLength", Limit.of(validate.path("minLength"))),
                only(text, "maxLength", Limit.of(validate.path("maxLength"))),
                only(text, "pattern", pattern.isEmpty() ? null : ScriptPattern.of(pattern)),
                type,
                number && digits.isNumber() && digits.asInt() >= 0 ? digits.asInt() : null,
                number ? step(increment) : null);
    }

    private static BigDecimal step(JsonNode increment) {
        if (increment.isMissingNode()
                || increment.isNull()
                || increment.asText().isBlank()) {
            return null;
        }
        try {
            BigDecimal step = new BigDecimal(increment.asText());
            if (step.signum() > 0) {
                return step;
            }
        } catch (NumberFormatException e) {
            // Answered below like a step that leads nowhere.
        }
        throw new UnsupportedForm.Problem("刻み（increment）には 0 より大きい数を指定してください。");
    }

    private static <T> T only(boolean fits, String name, T rule) {
        if (!fits && rule != null) {
            throw new UnsupportedForm.Problem("検証「%s」はこの種類の部品では使えません。指定を外してください。".formatted(name));
        }
        return rule;
    }

    private static Field.When hidden(JsonNode component) {
        JsonNode hide = component.path("conditional").path("hide");
        if (hide.isMissingNode() || hide.isNull() || hide.asText().isBlank()) {
            return Field.When.NEVER;
        }
        if (!hide.isTextual() || !Feel.isExpression(hide.asText())) {
            throw new UnsupportedForm.Problem("表示の条件（conditional.hide）は「=」で始まる FEEL の式で書いてください。");
        }
        return Feel.of(hide.asText())::holds;
    }

    private static Field.When readOnly(JsonNode flag) {
        if (flag.isTextual() && Feel.isExpression(flag.asText())) {
            return Feel.of(flag.asText())::holds;
        }
        return isSet(flag) ? Field.When.ALWAYS : Field.When.NEVER;
    }

    private void claim(List<String> place) {
        String key = String.join(".", place);
        boolean inside = keys.stream().anyMatch(known -> known.startsWith(key + ".") || key.startsWith(known + "."));
        if (!keys.add(key) || inside) {
            throw new UnsupportedForm.Problem("キー「%s」が重複しています。部品ごとに異なるキーを付けてください。".formatted(key));
        }
    }

    private static String key(JsonNode component) {
        String key = component.path("key").asText();
        if (!KEY.matcher(key).matches()) {
            throw new UnsupportedForm.Problem("キー「%s」は使えません。文字で始め、文字、数字、「_」だけで付けてください。".formatted(key));
        }
        return key;
    }

    private static List<String> below(List<String> path, String key) {
        if (key.isEmpty()) {
            return path;
        }
        List<String> place = new ArrayList<>(path);
        place.addAll(List.of(key.split("\\.")));
        return place;
    }

    private static String label(JsonNode component) {
        return component
                .path("label")
                .asText(component
                        .path("dateLabel")
                        .asText(component.path("timeLabel").asText()));
    }

    /** As JavaScript has it: any text but the empty one is true as well. */
    private static boolean isSet(JsonNode flag) {
        return flag.isTextual() ? !flag.asText().isEmpty() : flag.asBoolean();
    }
}
