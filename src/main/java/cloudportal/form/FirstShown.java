package cloudportal.form;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the process holds as form-js shows it before anybody fills anything in: where it holds nothing, a field is not null but
 * empty, or has its default value. An entry that is hidden gives way to this, so conditions see it.
 */
final class FirstShown extends AbstractMap<String, Object> {

    private final Map<String, List<Field>> fields;
    private final Map<String, Object> held;

    FirstShown(List<Field> fields, Map<String, Object> held) {
        this.fields = fields.stream().collect(Collectors.groupingBy(Field::variable));
        this.held = held;
    }

    @Override
    public boolean containsKey(Object name) {
        return fields.containsKey(name) || held.containsKey(name);
    }

    @Override
    public Object get(Object name) {
        if (!fields.containsKey(name)) {
            return held.get(name);
        }
        Map<String, Object> shown = new HashMap<>();
        if (held.containsKey(name)) {
            shown.put((String) name, held.get(name));
        }
        for (Field field : fields.get(name)) {
            Paths.put(shown, field.path(), shown(field, shown));
        }
        return shown.get(name);
    }

    @Override
    public Set<String> keySet() {
        Set<String> names = new HashSet<>(held.keySet());
        names.addAll(fields.keySet());
        return names;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return keySet().stream().map(name -> new SimpleEntry<>(name, get(name))).collect(Collectors.toSet());
    }

    private static Object shown(Field field, Map<String, Object> held) {
        if (!Paths.has(held, field.path())) {
            return field.first();
        }
        Object value = Paths.get(held, field.path());
        return value == null ? field.kind().unanswered() : field.kind().shown(value);
    }
}
