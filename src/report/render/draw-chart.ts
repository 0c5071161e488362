// Charts as SVG, drawn by ECharts without a browser.
import type { Chart } from "./document.ts";

/** Draws charts; loaded once, because the library takes its time. */
export type DrawChart = (chart: Chart) => string;

const WIDTH = 720;
const BAR = 26;
/** Room for the longest category; longer ones are cut. */
const LABEL_WIDTH = 230;

/**
 * Loads the chart library and returns a function from chart to SVG. Colours are the variables `--series-1` … and the
 * text colour of the page, so that one drawing serves light, dark and print; a legend is the page's own affair, which
 * knows how wide its texts are. The same chart gives the same text.
 */
export async function loadDrawChart(): Promise<DrawChart> {
  // The one-file build: loading the several hundred files of the library takes ten times as long.
  const { init } = await import("echarts/dist/echarts.esm.min");

  return (chart) => {
    const height = chart.categories.length * BAR + 40;
    const instance = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
    instance.setOption({
      animation: false,
      textStyle: { color: "currentColor", fontFamily: "inherit" },
      grid: { left: LABEL_WIDTH, right: 48, top: 8, bottom: 28 },
      xAxis: {
        type: "value",
        minInterval: 1,
        axisLabel: { color: "currentColor" },
        splitLine: { lineStyle: { color: "currentColor", opacity: 0.15 } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: chart.categories.map((category) => category),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: "currentColor", opacity: 0.4 } },
        axisLabel: { color: "currentColor", width: LABEL_WIDTH - 16, overflow: "truncate", interval: 0 },
      },
      series: chart.series.map((series, index) => ({
        type: "bar",
        name: series.name,
        data: [...series.values],
        ...(chart.kind === "stacked" ? { stack: "all" } : {}),
        barMaxWidth: BAR - 8,
        itemStyle: { color: `var(--series-${index + 1})` },
        label: { show: chart.series.length === 1, position: "right", color: "currentColor" },
      })),
    });
    const svg = instance.renderToSVGString();
    instance.dispose();
    return accessible(plain(svg), chart);
  };
}

/** Leaves out what the library numbers anew with every drawing and what only its own scripts use. */
function plain(svg: string): string {
  return svg
    .replace(/<style\s*>.*?<\/style>/gs, "")
    .replace(/ class="zr[^"]*"/g, "")
    .replace(/ ecmeta_\w+="[^"]*"/g, "")
    .replace(/ pointer-events="[^"]*"/g, "")
    .replace(/\n+/g, "\n");
}

function accessible(svg: string, chart: Chart): string {
  return svg.replace(
    "<svg ",
    `<svg role="img" aria-labelledby="${chart.id}-title" aria-describedby="${chart.id}-about" `,
  );
}
