import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([
  BarChart, LineChart, PieChart,
  AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent,
  SVGRenderer
]);

/** None of these is a blue, a yellow or a red: those belong to the supervision ladder. */
const COLOURS = ['#1f6f5c', '#8a6bab', '#66757f', '#8fbfae', '#96705a', '#bda9d1', '#a9b4ba'];

export function init(element: HTMLElement, text: string, line: string, fontFamily: string) {
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: { color: text, fontSize: 14 },
    splitLine: { lineStyle: { color: line } },
    nameTextStyle: { color: text, fontSize: 14 }
  };
  const theme = {
    color: COLOURS,
    textStyle: { fontFamily, fontSize: 14, color: text },
    title: { textStyle: { color: text, fontSize: 16, fontWeight: 600 } },
    legend: { textStyle: { color: text, fontSize: 14 }, itemWidth: 14, itemHeight: 10 },
    tooltip: { textStyle: { fontSize: 14 }, confine: true },
    bar: { barMaxWidth: 28, itemStyle: { borderRadius: 2 } },
    pie: { label: { fontSize: 14, color: text, bleedMargin: 0 }, labelLine: { length: 8, length2: 6 } },
    line: { symbolSize: 7, lineStyle: { width: 2 } },
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis
  };
  return echarts.init(element, theme, { renderer: 'svg', locale: 'ZH' });
}
