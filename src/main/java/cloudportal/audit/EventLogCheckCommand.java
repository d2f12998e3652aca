package cloudportal.audit;

import cloudportal.audit.EventLogCheck.Finding;
import cloudportal.audit.EventLogCheck.Result;
import cloudportal.audit.EventLogCheck.Seal;
import cloudportal.time.BusinessClock;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * {@code java -jar portal.jar --portal.audit.check[=SEAL]}: checks the log of requests against the configured database and ends, with
 * neither engine nor web server, and without writing anything.
 */
public final class EventLogCheckCommand {

    /** Exit code: the log is what was written. */
    public static final int UNCHANGED = 0;
    /** Exit code: the log is not what was written. */
    public static final int CHANGED = 1;
    /** Exit code: the log could not be checked. */
    public static final int NOT_CHECKED = 2;

    private static final String OPTION = "--portal.audit.check";

    /** All of the application that the check needs. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class
    })
    @Import(BusinessClock.class)
    static class DatabaseOnly {}

    private EventLogCheckCommand() {}

    /** Whether the command line asks for the check. */
    public static boolean isAskedFor(String... arguments) {
        return option(arguments).isPresent();
    }

    /** Checks, prints what it found, and answers the exit code. */
    public static int run(PrintStream out, String... arguments) {
        String given = option(arguments).orElseThrow().substring(OPTION.length());
        Seal seal;
        try {
            seal = given.length() > 1 ? Seal.parse(given.substring(1)) : null;
        } catch (IllegalArgumentException e) {
            out.println("封印の形式が正しくありません。以前の検査で表示された「封印」の行を、そのまま指定してください。");
            return NOT_CHECKED;
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments)) {
            Result result = new EventLogCheck(
                            context.getBean(JdbcTemplate.class), context.getBean(PlatformTransactionManager.class))
                    .run(context.getBean(Clock.class).instant(), seal);
            print(out, result);
            return result.isUnchanged() ? UNCHANGED : CHANGED;
        } catch (RuntimeException e) {
            out.println("検査できませんでした。データベースの設定をご確認ください。H2 のファイルをお使いの場合は、ポータルを止めてから検査してください。");
            out.println(e.getMessage());
            return NOT_CHECKED;
        }
    }

    private static void print(PrintStream out, Result result) {
        out.printf("お申込 %,d 件、記録 %,d 行を検査しました。%n", result.requests(), result.entries());
        for (Finding finding : result.findings()) {
            out.printf(
                    "%s %d行目%s: %s%n",
                    finding.requestNumber(),
                    finding.seq(),
                    finding.id() == null ? "" : "（id %d）".formatted(finding.id()),
                    sentence(finding.kind()));
        }
        if (Boolean.FALSE.equals(result.matchesSeal())) {
            out.println("指定された封印のときの記録と一致しません。");
        } else if (Boolean.TRUE.equals(result.matchesSeal())) {
            out.println("指定された封印のときの記録は、すべてそのまま残っています。");
        }
        out.println(result.isUnchanged() ? "記録は変更されていません。" : "記録が変更されています。");
        out.println("封印 " + result.seal());
    }

    /** What a finding means, for people. */
    static String sentence(EventLogCheck.Kind kind) {
        return switch (kind) {
            case CHANGED -> "内容が書き換えられています。";
            case OUT_OF_CHAIN -> "直前の記録とつながりません。";
            case MISSING_BEFORE -> "この行より前の記録が無くなっています。";
            case WRONG_END -> "末尾の記録が、お申込に控えた件数・値と一致しません。";
        };
    }

    private static Optional<String> option(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.equals(OPTION) || argument.startsWith(OPTION + "="))
                .findFirst();
    }
}
