package cloudportal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws throughput and waiting over the number of users, and waiting over the number of open cases. */
final class Plots {

    private static final String USERS = "users";
    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;

    private final Results results;

    Plots(Results results) {
        this.results = results;
    }

    void writeTo(Path directory) {
        List<String> databases = results.of(result -> true).stream()
                .map(Results.Result::database)
                .distinct()
                .toList();
        for (String database : databases) {
            plot(directory, database, LoadRun.PART, LoadRun.THROUGHPUT, USERS, "throughput");
            plot(directory, database, LoadRun.PART, "p95 ms of " + LoadRun.ALL_CALLS, USERS, "p95");
            plot(directory, database, Growth.PART, "p95 ms of " + Growth.STAFF_TASKS, "open cases", "growth");
        }
    }

    private void plot(Path directory, String database, String part, String figure, String over, String file) {
        List<Results.Result> measured = results.of(result -> result.part().equals(part)
                && result.database().equals(database)
                && result.figure().equals(figure));
        if (measured.isEmpty()) {
            return;
        }
        XYSeriesCollection lines = new XYSeriesCollection();
        for (Contender contender : Contender.values()) {
            XYSeries line = new XYSeries(contender.label());
            medians(measured, contender).forEach(line::add);
            if (!line.isEmpty()) {
                lines.addSeries(line);
            }
        }
        JFreeChart chart = ChartFactory.createXYLineChart("%s, %s".formatted(figure, database), over, figure, lines);
        // Each setting is a multiple of the one before.
        LogAxis axis = new LogAxis(over);
        axis.setBase(over.equals(USERS) ? 2 : 10);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        chart.getXYPlot().setDomainAxis(axis);
        chart.getXYPlot().setRenderer(new XYLineAndShapeRenderer(true, true));
        try {
            ChartUtils.saveChartAsPNG(
                    directory.resolve("%s-%s.png".formatted(file, database)).toFile(), chart, WIDTH, HEIGHT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Double, Double> medians(List<Results.Result> measured, Contender contender) {
        return measured.stream()
                .filter(result -> result.contender() == contender)
                .collect(Collectors.groupingBy(
                        result -> Double.valueOf(result.setting()),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Results.Result::value, Collectors.toList()),
                                values -> Spread.of(values).median())));
    }
}
