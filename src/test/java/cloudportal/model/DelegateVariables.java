package cloudportal.model;

import cloudportal.process.JsonVariable;
import cloudportal.process.ProcessVariable;
import cloudportal.process.ProcessVariables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * The variables that a delegate reads and writes, as its byte code has them: every constant of {@link ProcessVariables} it reaches
 * through the classes of the process package, and what is done with it. So a delegate that begins to write another variable is
 * noticed without anybody's help.
 */
final class DelegateVariables {

    private static final String GLUE = "cloudportal/process/";
    private static final String CONSTANTS = Type.getInternalName(ProcessVariables.class);
    private static final Set<String> VARIABLES =
            Set.of(Type.getInternalName(ProcessVariable.class), Type.getInternalName(JsonVariable.class));
    private static final Map<String, Use> USES = Map.of(
            "get", Use.READ,
            "find", Use.READ,
            "set", Use.WRITTEN,
            "setOrClear", Use.WRITTEN,
            "clear", Use.WRITTEN,
            "value", Use.PASSED,
            "getVariable", Use.READ,
            "setVariable", Use.WRITTEN,
            "removeVariable", Use.WRITTEN);

    /** What is done with a variable; one that is passed goes into another process instance. */
    enum Use {
        READ,
        WRITTEN,
        PASSED
    }

    private record Code(String owner, String name, String descriptor) {}

    private final Map<Use, Set<String>> used =
            Map.of(Use.READ, new TreeSet<>(), Use.WRITTEN, new TreeSet<>(), Use.PASSED, new TreeSet<>());
    private final Set<Code> seen = new HashSet<>();

    private DelegateVariables() {}

    /** Of the delegate's {@code run} and of all that it calls in the process package. */
    static DelegateVariables of(Class<?> delegate) {
        DelegateVariables variables = new DelegateVariables();
        variables.follow(new Code(
                Type.getInternalName(delegate), "run", "(Lorg/camunda/bpm/engine/delegate/DelegateExecution;)V"));
        return variables;
    }

    List<String> that(Use use) {
        return List.copyOf(used.get(use));
    }

    private void follow(Code code) {
        if (!code.owner().startsWith(GLUE)
                || code.owner().equals(CONSTANTS)
                || VARIABLES.contains(code.owner())
                || !seen.add(code)) {
            return;
        }
        try (InputStream bytes = ClassLoader.getSystemResourceAsStream(code.owner() + ".class")) {
            new ClassReader(bytes).accept(new MethodsOf(code), ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class MethodsOf extends ClassVisitor {

        private final Code wanted;

        MethodsOf(Code wanted) {
            super(Opcodes.ASM9);
            this.wanted = wanted;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            return name.equals(wanted.name()) && descriptor.equals(wanted.descriptor()) ? new Steps() : null;
        }
    }

    /** Constants are pushed before they are used, and the one pushed last is used first. */
    private final class Steps extends MethodVisitor {

        private final Deque<Set<String>> pushed = new ArrayDeque<>();
        private String literal;

        Steps() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (owner.equals(CONSTANTS)) {
                pushed.push(namesOf(name));
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            literal = value instanceof String text ? text : literal;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (VARIABLES.contains(owner)) {
                if (!pushed.isEmpty()) {
                    note(name, pushed.pop());
                }
            } else if (owner.endsWith("/VariableScope") || owner.endsWith("/DelegateExecution")) {
                if (USES.containsKey(name)) {
                    note(name, Set.of(literal));
                }
            } else {
                follow(new Code(owner, name, descriptor));
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    follow(new Code(handle.getOwner(), handle.getName(), handle.getDesc()));
                }
            }
        }

        /** A whole list of constants is only ever cleared. */
        @Override
        public void visitEnd() {
            pushed.forEach(left -> note("clear", left));
        }

        private void note(String method, Set<String> names) {
            Use use = USES.get(method);
            if (use != null) {
                used.get(use).addAll(names);
            }
        }
    }

    private static Set<String> namesOf(String constant) {
        try {
            Object value = ProcessVariables.class.getField(constant).get(null);
            Collection<?> all = value instanceof Collection<?> list ? list : List.of(value);
            Set<String> names = new TreeSet<>();
            all.forEach(one -> names.add(ProjectCode.nameOf(one)));
            return names;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
