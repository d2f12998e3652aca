package cloudportal.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What is measured side by side. */
enum Contender {
    PORTAL("camunda") {
        @Override
        Path built() {
            return Path.of(System.getProperty("bench.portal"));
        }
    },
    CAMUNDA("camunda") {
        @Override
        Path built() {
            return Path.of("src/bench/peers/camunda/target/peer-camunda.jar");
        }
    },
    OPERATON("operaton") {
        @Override
        Path built() {
            return Path.of("src/bench/peers/operaton/target/peer-operaton.jar");
        }
    };

    private final String context;

    Contender(String context) {
        this.context = context;
    }

    abstract Path built();

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Path jar() {
        if (!Files.exists(built())) {
            throw new IllegalStateException(built() + " is not there: run ./mvnw -Pbench verify");
        }
        return built().toAbsolutePath();
    }

    /** Where its web apps begin. */
    String context() {
        return "/" + context;
    }
}
