package cloudportal.form;

import java.util.AbstractMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the process holds with other values before it; what nobody asks for is never read. */
final class Overlay extends AbstractMap<String, Object> {

    private final Map<String, Object> held;
    private final Map<String, Object> before;

    Overlay(Map<String, Object> held, Map<String, Object> before) {
        this.held = held;
        this.before = before;
    }

    @Override
    public boolean containsKey(Object name) {
        return before.containsKey(name) || held.containsKey(name);
    }

    @Override
    public Object get(Object name) {
        return before.containsKey(name) ? before.get(name) : held.get(name);
    }

    @Override
    public Set<String> keySet() {
        Set<String> names = new HashSet<>(held.keySet());
        names.addAll(before.keySet());
        return names;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return keySet().stream().map(name -> new SimpleEntry<>(name, get(name))).collect(Collectors.toSet());
    }
}
