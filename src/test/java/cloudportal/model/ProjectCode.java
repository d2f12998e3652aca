package cloudportal.model;

import cloudportal.engine.model.Known;
import cloudportal.engine.model.Known.BeanKind;
import cloudportal.process.JsonVariable;
import cloudportal.process.ProcessModelNames;
import cloudportal.process.ProcessVariable;
import cloudportal.process.ProcessVariables;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Reads from the code itself what the models may name, so that a renamed bean or variable fails the model test. */
public final class ProjectCode {

    /** Sends mails to people. */
    private static final String SENDING_BEAN = "sendMailDelegate";

    private static final Map<Class<?>, BeanKind> KINDS = Map.of(
            JavaDelegate.class, BeanKind.DELEGATE,
            TaskListener.class, BeanKind.TASK_LISTENER,
            ExecutionListener.class, BeanKind.EXECUTION_LISTENER);
    private static final Pattern THROWN = Pattern.compile("new\\s+BpmnError\\(\\s*(?:\"([^\"]*)\"|(?:\\w+\\.)*(\\w+))");

    private ProjectCode() {}

    public static Known known() {
        ProcessModelNames names = new ProcessModelNames();
        return new Known(
                beans(),
                Set.of(SENDING_BEAN),
                variables(),
                names.answers(),
                names.parameters(),
                names.initiators(),
                groups(),
                thrownErrors(Path.of("src/main/java")),
                names.requiredModels());
    }

    /** The beans of the process package that a model can name, by Spring's naming. */
    static Map<String, Set<BeanKind>> beans() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("cloudportal.process")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Component.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> !kinds(type).isEmpty())
                        .collect(Collectors.toMap(ProjectCode::beanName, ProjectCode::kinds));
    }

    /** The names of all public constants of {@link ProcessVariables}; its lists of constants repeat them. */
    static Set<String> variables() {
        return Arrays.stream(ProcessVariables.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && Modifier.isPublic(field.getModifiers()))
                .map(ProjectCode::valueOf)
                .filter(value -> !(value instanceof Collection))
                .map(ProjectCode::nameOf)
                .collect(Collectors.toSet());
    }

    /** The codes of <code>new BpmnError(…)</code>, written as a literal or as a constant. */
    static Set<String> thrownErrors(Path sources) {
        List<String> files = javaSources(sources);
        Set<String> codes = new HashSet<>();
        for (String source : files) {
            THROWN.matcher(source)
                    .results()
                    .map(thrown -> thrown.group(1) != null ? thrown.group(1) : constant(thrown.group(2), source, files))
                    .forEach(codes::add);
        }
        return codes;
    }

    /** The groups that the application sets up: the ids of all roles. */
    static Set<String> groups() {
        try {
            Class<?> role = Class.forName("cloudportal.account.Role");
            var group = role.getDeclaredMethod("group");
            group.setAccessible(true);
            Set<String> groups = new HashSet<>();
            for (Object constant : role.getEnumConstants()) {
                groups.add((String) group.invoke(constant));
            }
            return groups;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The groups are those of the enum Role", e);
        }
    }

    private static String beanName(JavaClass type) {
        String given = type.getAnnotationOfType(Component.class).value();
        return given.isEmpty() ? Introspector.decapitalize(type.getSimpleName()) : given;
    }

    private static Set<BeanKind> kinds(JavaClass type) {
        Set<BeanKind> kinds = EnumSet.noneOf(BeanKind.class);
        KINDS.forEach((api, kind) -> {
            if (type.isAssignableTo(api)) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    private static Object valueOf(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static String nameOf(Object variable) {
        if (variable instanceof ProcessVariable<?> typed) {
            return typed.name();
        }
        if (variable instanceof JsonVariable<?> json) {
            return json.name();
        }
        if (variable instanceof String name) {
            return name;
        }
        throw new IllegalStateException("A constant of ProcessVariables names no variable: " + variable);
    }

    private static String constant(String name, String source, List<String> files) {
        Pattern declaration = Pattern.compile("\\bString\\s+" + name + "\\s*=\\s*\"([^\"]*)\"");
        return Stream.concat(Stream.of(source), files.stream())
                .flatMap(file -> declaration.matcher(file).results())
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The error code " + name + " is no String constant"));
    }

    private static List<String> javaSources(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProjectCode::content)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
