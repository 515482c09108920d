/*
 * ECharts as its handbook builds the smallest bundle and its examples draw time: points as scatter, ranges
 * as bars of a custom series, a row for each theme, zoomed from within.
 */
import { CustomChart, ScatterChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import '../page.css';
import { measureToFrame } from '../frame.js';
import { onFilter, picture, readEvents } from './history.js';

/** @typedef {import('./history.js').PlainEvent} PlainEvent */

echarts.use([CanvasRenderer, CustomChart, DataZoomComponent, GridComponent, ScatterChart]);
const BAR_PX = 8;
const events = await readEvents();
const themes = 1 + events.reduce((most, { theme }) => Math.max(most, theme), 0);

/** @type {import('echarts/core').RenderItem} */
const bar = (params, api) => {
  const [x0 = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
  const [x1 = 0] = api.coord([api.value(2), api.value(1)]);
  const { x, y: top, width, height } = params.coordSys;
  const wanted = { x: x0, y: y - BAR_PX / 2, width: Math.max(1, x1 - x0), height: BAR_PX };
  const shape = echarts.graphic.clipRectByRect(wanted, { x, y: top, width, height });
  return shape && { type: 'rect', shape, style: { fill: api.visual('color') } };
};

/** @param {readonly PlainEvent[]} shown */
function seriesOf(shown) {
  const days = shown.filter(({ isDay }) => isDay);
  const ranges = shown.filter(({ isDay }) => !isDay);
  return [
    {
      type: 'scatter',
      symbolSize: 6,
      data: days.map(({ startMs, theme }) => [startMs, theme]),
    },
    {
      type: 'custom',
      renderItem: bar,
      encode: { x: [0, 2], y: 1 },
      data: ranges.map(({ startMs, theme, endMs }) => [startMs, theme, endMs]),
    },
  ];
}

const chart = echarts.init(picture);
let startMs = 0;
/** @type {'load' | 'filter'} */
let name = 'load';
chart.on('rendered', () => {
  // It renders for each movement too: only what is waited for is measured.
  if (startMs < 0) return;
  measureToFrame(name, startMs);
  startMs = -1;
});
chart.setOption({
  animation: false,
  grid: { left: 40, right: 20, top: 20, bottom: 40 },
  xAxis: { type: 'time' },
  yAxis: { type: 'category', data: Array.from({ length: themes }, (_, i) => `Theme ${i}`) },
  // Every movement is drawn, not one in a tenth of a second.
  dataZoom: [{ type: 'inside', throttle: 0 }],
  series: seriesOf(events),
});
onFilter((isFiltered, atMs) => {
  name = 'filter';
  startMs = atMs;
  chart.setOption({
    series: seriesOf(isFiltered ? events.filter(({ isChosen }) => isChosen) : events),
  });
});
