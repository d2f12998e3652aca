package cloudportal.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The variables of a Camunda Form.
 *
 * @param asked what the form asks for
 * @param shown what the form only shows, and Tasklist sends along all the same
 */
record FormFields(Set<String> asked, Set<String> shown) {

    static final FormFields NONE = new FormFields(Set.of(), Set.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "datetime", "checkbox", "checklist", "radio", "select", "taglist");

    FormFields {
        asked = Set.copyOf(asked);
        shown = Set.copyOf(shown);
    }

    static FormFields of(byte[] form) {
        try {
            Set<String> asked = new HashSet<>();
            Set<String> shown = new HashSet<>();
            collect(JSON.readTree(form), "", false, asked, shown);
            shown.removeAll(asked);
            return new FormFields(asked, shown);
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed form is no JSON", e);
        }
    }

    private static void collect(
            JsonNode component, String path, boolean readOnly, Set<String> asked, Set<String> shown) {
        String here = join(path, component.path("path").asText());
        boolean locked = readOnly || isTrue(component.path("readonly")) || isTrue(component.path("disabled"));
        String key = component.path("key").asText();
        if (!key.isEmpty()) {
            String variable = join(here, key).split("\\.", 2)[0];
            boolean input = INPUTS.contains(component.path("type").asText()) && !locked;
            (input ? asked : shown).add(variable);
        }
        component.path("components").forEach(child -> collect(child, here, locked, asked, shown));
    }

    private static boolean isTrue(JsonNode flag) {
        return flag.asBoolean() || flag.asText().replace(" ", "").equals("=true");
    }

    private static String join(String path, String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }
}
