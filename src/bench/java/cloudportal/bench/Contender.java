package cloudportal.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What is measured side by side. */
enum Contender {
    PORTAL("target/cloud-service-portal-1.0.0-SNAPSHOT.jar", "camunda"),
    CAMUNDA("src/bench/peers/camunda/target/peer-camunda.jar", "camunda"),
    OPERATON("src/bench/peers/operaton/target/peer-operaton.jar", "operaton");

    private final Path jar;
    private final String context;

    Contender(String jar, String context) {
        this.jar = Path.of(jar);
        this.context = context;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Path jar() {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not built: run ./mvnw -Pbench verify");
        }
        return jar.toAbsolutePath();
    }

    /** Where its web apps begin. */
    String context() {
        return "/" + context;
    }
}
