package io.github.sessionstarter.benchmarks.http;

import io.github.sessionstarter.benchmarks.application.Contender;
import io.github.sessionstarter.benchmarks.application.Handler;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
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
                .setYAxisMin(0.0)
                .setLegendPosition(LegendPosition.InsideNE)
                .setChartBackgroundColor(Color.WHITE)
                .setChartPadding(20);
        List<String> labels =
                Arrays.stream(Contender.values()).map(Contender::label).toList();
        for (Handler handler : Handler.values()) {
            List<Double> medians = Arrays.stream(Contender.values())
                    .map(contender ->
                            race.ratio(handler, contender, Contender.NONE).median())
                    .toList();
            chart.addSeries(handler.label(), labels, medians);
        }
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    }
}
