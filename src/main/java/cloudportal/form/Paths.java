package cloudportal.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Places in objects within objects. */
final class Paths {

    private Paths() {}

    static boolean has(Map<String, Object> data, List<String> path) {
        Object around = path.size() == 1 ? data : get(data, path.subList(0, path.size() - 1));
        return around instanceof Map<?, ?> map && map.containsKey(path.get(path.size() - 1));
    }

    /** @return null where there is nothing */
    static Object get(Map<String, Object> data, List<String> path) {
        Object here = data;
        for (String name : path) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here;
    }

    /** With the objects on the way made where they are missing, and copied where they are there. */
    @SuppressWarnings("unchecked")
    static void put(Map<String, Object> data, List<String> path, Object value) {
        if (path.size() == 1) {
            data.put(path.get(0), value);
            return;
        }
        Map<String, Object> inner = data.get(path.get(0)) instanceof Map<?, ?> map
                ? new HashMap<>((Map<String, Object>) map)
                : new HashMap<>();
        put(inner, path.subList(1, path.size()), value);
        data.put(path.get(0), inner);
    }

    /** The places of all values, going into objects except where a place is known. */
    static List<List<String>> leaves(List<String> path, Object value, Predicate<List<String>> known) {
        if (known.test(path) || !(value instanceof Map<?, ?> map) || map.isEmpty()) {
            return List.of(path);
        }
        List<List<String>> leaves = new ArrayList<>();
        map.forEach((name, inner) -> {
            List<String> place = new ArrayList<>(path);
            place.add(String.valueOf(name));
            leaves.addAll(leaves(List.copyOf(place), inner, known));
        });
        return leaves;
    }
}
