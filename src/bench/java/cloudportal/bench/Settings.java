package cloudportal.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the profile {@code bench} was told, all of it system properties.
 *
 * @param parts of {@code statements, startup, load, growth, soak}
 * @param databases of {@code h2, postgres}
 * @param users how many at once, each in turn
 * @param seconds of each measured stretch
 * @param warmUp seconds that each contender is loaded before anything is timed
 * @param rounds how often each stretch is repeated
 * @param heap of each server
 * @param growthDatabases on which the lists grow
 * @param openCases the sizes to which the lists grow
 * @param finishedCases what a start-up finds
 * @param soakMinutes how long the soak lasts
 * @param soakUsers how many work during the soak
 * @param output where figures, tables and logs go
 * @param plots where plots go
 */
record Settings(
        List<String> parts,
        List<String> databases,
        List<Integer> users,
        int seconds,
        int warmUp,
        int rounds,
        String heap,
        List<String> growthDatabases,
        List<Integer> openCases,
        int finishedCases,
        int soakMinutes,
        int soakUsers,
        Path output,
        Path plots) {

    static Settings read() {
        return new Settings(
                list("parts"),
                list("databases"),
                numbers("users"),
                Integer.parseInt(one("seconds")),
                Integer.parseInt(one("warmUp")),
                Integer.parseInt(one("rounds")),
                one("heap"),
                list("growthDatabases"),
                numbers("openCases"),
                Integer.parseInt(one("finishedCases")),
                Integer.parseInt(one("soakMinutes")),
                Integer.parseInt(one("soakUsers")),
                Path.of(one("output")).toAbsolutePath(),
                Path.of(one("plots")).toAbsolutePath());
    }

    private static List<Integer> numbers(String name) {
        return list(name).stream().map(Integer::valueOf).toList();
    }

    private static List<String> list(String name) {
        return Arrays.stream(one(name).split(",")).map(String::strip).toList();
    }

    private static String one(String name) {
        String value = System.getProperty("bench." + name);
        if (value == null) {
            throw new IllegalStateException("bench.%s is not set: run ./mvnw -Pbench verify".formatted(name));
        }
        return value;
    }
}
