package io.github.sessionstarter.benchmarks.http;

import io.github.sessionstarter.benchmarks.application.Contender;
import io.github.sessionstarter.benchmarks.application.Handler;
import io.github.sessionstarter.benchmarks.report.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.Styler.LegendPosition;

/** A group of bars for each contender, a bar for each handler: its requests, as a part of those without sessions. */
final class RatesPlot {

    private RatesPlot() {}

    static void draw(Race race, Path file) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(1000)
                .height(560)
                .title("Requests a second, as a part of those without sessions")
                .build();
        chart.getStyler()
                .setXAxisLabelRotation(30)
                .setPlotGridVerticalLinesVisible(false)
                .setLegendPosition(LegendPosition.OutsideS)
                .setChartTitleBoxVisible(false);
        List<String> labels =
                Arrays.stream(Contender.values()).map(Contender::label).toList();
        for (Handler handler : Handler.values()) {
            List<Double> medians = new ArrayList<>();
            List<Double> errors = new ArrayList<>();
            for (Contender contender : Contender.values()) {
                Interval ratio = race.ratio(handler, contender, Contender.NONE);
                medians.add(ratio.median());
                errors.add((ratio.high() - ratio.low()) / 2);
            }
            chart.addSeries(handler.label(), labels, medians, errors);
        }
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    }
}
