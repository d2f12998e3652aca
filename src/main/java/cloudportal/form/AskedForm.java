package cloudportal.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Camunda Form, read once: what it asks for, and which answers will do. */
final class AskedForm {

    static final AskedForm NOTHING = new AskedForm(List.of(), Set.of());

    private final List<Field> fields;
    private final Set<List<String>> places = new HashSet<>();

    /** @param shown places that the form computes or shows, and sends along all the same */
    AskedForm(List<Field> fields, Set<List<String>> shown) {
        this.fields = List.copyOf(fields);
        places.addAll(shown);
        fields.forEach(field -> places.add(field.path()));
    }

    /** @throws UnsupportedForm with all that could not be held to on the server */
    static AskedForm read(byte[] json) {
        return FormReader.read(json);
    }

    /**
     * Judges answers as form-js does, which makes them in the browser; but what form-js would put right unasked is refused.
     *
     * @param answers by variable, as text, numbers, yes or no, lists and objects
     * @param held what the process holds, likewise; only what the form needs of it is read
     */
    Verdict judge(Map<String, Object> answers, Map<String, Object> held) {
        List<FieldRefusal> refusals = new ArrayList<>();
        for (String name : undeclared(answers)) {
            refusals.add(new FieldRefusal(name, "undeclared", Sentences.undeclared(name)));
        }
        Map<String, Object> data = seen(answers, held);
        Map<String, Object> accepted = new LinkedHashMap<>();
        Set<String> unanswered = new HashSet<>();
        for (Field field : fields) {
            boolean given = Paths.has(answers, field.path());
            Object value =
                    given ? Paths.get(answers, field.path()) : field.kind().unanswered();
            if (field.disabled() || field.readOnly().holds(data)) {
                if (given && !isAsItWas(field, value, held)) {
                    refusals.add(new FieldRefusal(field.key(), "readonly", Sentences.readOnly(field)));
                }
                if (!field.disabled() && !field.hidden().holds(data)) {
                    refusals.addAll(FieldCheck.refusalsOfShown(field, held, data));
                }
            } else if (field.hidden().holds(data)) {
                unanswered.add(field.variable());
                if (!field.isUnanswered(value)) {
                    refusals.add(new FieldRefusal(field.key(), "hidden", Sentences.hidden(field)));
                }
            } else {
                unanswered.add(field.variable());
                refusals.addAll(FieldCheck.refusals(field, value, held, data));
                if (given) {
                    accepted.put(field.variable(), field.written(value, answers));
                }
            }
        }
        unanswered.removeAll(accepted.keySet());
        unanswered.removeIf(variable -> held.get(variable) == null);
        return new Verdict(accepted, refusals, unanswered);
    }

    private List<String> undeclared(Map<String, Object> answers) {
        List<String> names = new ArrayList<>();
        answers.forEach((variable, value) -> Paths.leaves(List.of(variable), value, places::contains).stream()
                .filter(place -> !places.contains(place))
                .forEach(place -> names.add(String.join(".", place))));
        names.sort(null);
        return names;
    }

    /**
     * What the form's expressions see: what the form showed first, with the entries in their places. Entries that are hidden are not
     * seen; but those that are hidden only because of an entry that is hidden itself are looked at once, as in form-js. What is
     * locked from the first and not sent back is seen as it was shown.
     */
    private Map<String, Object> seen(Map<String, Object> answers, Map<String, Object> held) {
        Map<String, Object> first = new FirstShown(fields, held);
        List<Field> entered = fields.stream()
                .filter(field ->
                        Paths.has(answers, field.path()) || !field.readOnly().holds(first))
                .toList();
        Map<String, Object> all = new Overlay(first, entries(entered, answers, held));
        List<Field> there =
                entered.stream().filter(field -> !field.hidden().holds(all)).toList();
        return there.size() == entered.size() ? all : new Overlay(first, entries(there, answers, held));
    }

    private static Map<String, Object> entries(
            List<Field> fields, Map<String, Object> answers, Map<String, Object> held) {
        Map<String, Object> entries = new HashMap<>();
        for (Field field : fields) {
            if (field.path().size() > 1 && held.get(field.variable()) instanceof Map<?, ?> object) {
                entries.putIfAbsent(field.variable(), object);
            }
            if (field.isOpen()) {
                Object value = Paths.get(answers, field.path());
                Paths.put(
                        entries,
                        field.path(),
                        field.kind().isEmpty(value) ? field.kind().unanswered() : value);
            }
        }
        return entries;
    }

    /** Sent back as the browser showed it; an empty entry forges nothing, and may be what form-js made of something it could not show. */
    private static boolean isAsItWas(Field field, Object value, Map<String, Object> held) {
        Object before = Paths.get(held, field.path());
        return field.isUnanswered(value)
                || Values.same(field.kind().shown(before), field.kind().shown(value));
    }
}
