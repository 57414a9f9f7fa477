import * as echarts from './echarts.js';
import { count, moment, money } from './format.js';
import { theme } from './theme.js';

/** Of a column's width. The rest is the slope to the next step. */
const BAR_SHARE = 0.52;
const RADIUS = 6;

/** @param {HTMLElement} where */
const chartIn = (where) => {
  const known = echarts.getInstanceByDom(where);
  if (known) return known;
  const made = echarts.init(where);
  new ResizeObserver(() => made.resize()).observe(where);
  return made;
};

/** From the top of one bar to the top of the next, bent like a slide; closed along the base. */
const slope = ({ fromX, fromY, toX, toY, base }) => {
  const bend = (toX - fromX) / 2;
  return `M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX - bend} ${toY} ${toX} ${toY}L${toX} ${base}L${fromX} ${base}Z`;
};

/**
 * A bar for each step, and between two bars the slope on which people were lost.
 *
 * @param {HTMLElement} where
 * @param {{ people: number }[]} steps
 */
export const drawFunnel = (where, steps) => {
  const { accent, accentSoft } = theme();
  const people = steps.map((step) => step.people);
  const renderItem = (_, api) => {
    const index = api.value(0);
    const [x, y] = api.coord([index, api.value(1)]);
    const [, base] = api.coord([index, 0]);
    const width = api.size([1, 0])[0];
    const half = (width * BAR_SHARE) / 2;
    const height = base - y;
    const bar = {
      type: 'rect',
      shape: { x: x - half, y, width: half * 2, height, r: [RADIUS, RADIUS, 0, 0].map((r) => Math.min(r, height)) },
      style: { fill: accent },
    };
    if (index === people.length - 1) return { type: 'group', children: [bar] };
    const [nextX, nextY] = api.coord([index + 1, people[index + 1]]);
    const pathData = slope({ fromX: x + half, fromY: y + RADIUS / 2, toX: nextX - half, toY: nextY, base });
    return { type: 'group', children: [{ type: 'path', shape: { pathData }, style: { fill: accentSoft } }, bar] };
  };
  chartIn(where).setOption({
    animationDurationUpdate: 400,
    grid: { left: 0, right: 0, top: 4, bottom: 0 },
    xAxis: { type: 'category', data: people.map((_, index) => String(index)), show: false },
    yAxis: { type: 'value', min: 0, max: Math.max(1, ...people), show: false },
    series: [{ type: 'custom', silent: true, renderItem, data: people.map((value, index) => [index, value]) }],
  });
};

/** @param {import('../report/revenue.ts').Revenue['trend']} trend */
const everyBucket = (trend, since, until, bucketMs) => {
  const known = new Map(trend.map((point) => [point.at, point]));
  const first = Math.floor(since / bucketMs) * bucketMs;
  const length = Math.floor((until - first) / bucketMs) + 1;
  return Array.from({ length }, (_, index) => {
    const at = first + index * bucketMs;
    return known.get(at) ?? { at, value: 0, orders: 0 };
  });
};

/**
 * What was sold, bar by bar over the range.
 *
 * @param {HTMLElement} where
 * @param {import('../report/revenue.ts').Revenue} revenue
 * @param {{ since: number, until: number, bucketMs: number }} range
 */
export const drawTrend = (where, { trend, currency }, { since, until, bucketMs }) => {
  const { accent, line, card, ink } = theme();
  const points = everyBucket(trend, since, until, bucketMs);
  const caption = ([{ dataIndex }]) => {
    const { at, value, orders } = points[dataIndex];
    return `${moment(at, until)}\n${money(value, currency)} · ${count(orders)} ${orders === 1 ? 'order' : 'orders'}`;
  };
  chartIn(where).setOption({
    animation: false,
    grid: { left: 0, right: 0, top: 4, bottom: 1 },
    // Drawn on the canvas: as HTML it would need inline styles, and text from events must not become HTML.
    tooltip: {
      renderMode: 'richText',
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      backgroundColor: card,
      borderColor: line,
      textStyle: { color: ink, fontSize: 12 },
      formatter: caption,
    },
    xAxis: {
      type: 'category',
      data: points.map(({ at }) => at),
      axisLabel: { show: false },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
    },
    yAxis: { type: 'value', show: false },
    series: [
      {
        type: 'bar',
        data: points.map(({ value }) => value),
        barCategoryGap: '25%',
        itemStyle: { color: accent, borderRadius: [2, 2, 0, 0] },
      },
    ],
  });
};

/**
 * A bar for each stage, the widest on top.
 *
 * @param {HTMLElement} where
 * @param {import('../report/stages.ts').StageCount[]} stages
 */
export const drawStages = (where, stages) => {
  const { accent, accentSoft } = theme();
  const most = Math.max(1, stages[0].people);
  chartIn(where).setOption({
    animationDurationUpdate: 400,
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: 'value', min: -most / 2, max: most / 2, show: false },
    yAxis: { type: 'category', inverse: true, data: stages.map(({ stage }) => stage), show: false },
    series: [
      {
        type: 'custom',
        silent: true,
        data: stages.map(({ people }, index) => [people, index]),
        renderItem: (_, api) => {
          const [people, index] = [api.value(0), api.value(1)];
          const [left, middle] = api.coord([-people / 2, index]);
          const [right] = api.coord([people / 2, index]);
          const height = api.size([0, 1])[1] - 5;
          return {
            type: 'rect',
            shape: { x: left, y: middle - height / 2, width: Math.max(2, right - left), height, r: RADIUS },
            style: {
              fill: stages[index].level === 'tofu' ? accentSoft : accent,
              opacity: stages[index].level === 'mofu' ? 0.62 : 1,
            },
          };
        },
      },
    ],
  });
};

/**
 * Share of buyers by measure, side by side for what felt good, fair and poor.
 *
 * @param {HTMLElement} where
 * @param {import('../report/vitals.ts').Vital[]} vitals
 * @param {string[]} names
 */
export const drawVitals = (where, vitals, names) => {
  const { good, fair, bad, line, soft } = theme();
  chartIn(where).setOption({
    animation: false,
    grid: { left: 0, right: 0, top: 8, bottom: 24 },
    xAxis: {
      type: 'category',
      data: names,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: soft },
    },
    yAxis: { type: 'value', min: 0, show: false },
    series: [good, fair, bad].map((color, bucket) => ({
      type: 'bar',
      silent: true,
      barMaxWidth: 34,
      itemStyle: { color, borderRadius: [3, 3, 0, 0] },
      data: vitals.map(({ buckets }) =>
        buckets[bucket].people > 0 ? buckets[bucket].buyers / buckets[bucket].people : 0,
      ),
    })),
  });
};
