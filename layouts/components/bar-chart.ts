import { formatNumber } from '#vietnamese/count.ts';
import { type Html, html } from '../html.ts';

/** A bar and its row in the table. */
export interface ChartBar {
  /** Label in the table: "23/11/2026" */
  readonly label: string;
  /** Label on the axis: "23/11" */
  readonly axisLabel: string;
  readonly value: number;
}

/** A bar chart and its table. */
export interface BarChartProps {
  /** "Lượt truy cập theo ngày" */
  readonly title: string;
  /** Heading of the label column: "Ngày" */
  readonly unit: string;
  /** Heading of the value column: "Lượt truy cập" */
  readonly measure: string;
  /** The bars, from left to right. */
  readonly bars: readonly ChartBar[];
  /** All rows of the table. */
  readonly rows: readonly ChartBar[];
}

/** The top of the scale: 1, 2 or 5 times a power of ten, at least 2 because its half is labelled too. */
export function axisMaximum(highest: number): number {
  const decade = 10 ** Math.floor(Math.log10(Math.max(1, highest)));
  return Math.max(2, [1, 2, 5, 10].map((step) => step * decade).find((candidate) => candidate >= highest) ?? highest);
}

const step = 10;
const height = 100;

/** The bars as one SVG path: `step` units wide each, in a box 100 units high. */
function barsPath(values: readonly number[], top: number): string {
  return values
    .map((value, index) => {
      const barHeight = Math.round((value / top) * height * 10) / 10;
      return `M${index * step + 1.5} ${height}v-${barHeight}h7v${barHeight}z`;
    })
    .join('');
}

/** A bar chart with its labels in HTML, so that they stay readable at any width, and a table of its values. */
export function barChart({ title, unit, measure, bars, rows }: BarChartProps): Html {
  const values = bars.map(({ value }) => value);
  const highest = Math.max(...values);
  const top = axisMaximum(highest);
  const width = values.length * step;
  const middle = bars.length > 6 ? bars[Math.floor(bars.length / 2)] : undefined;
  const axisBars = [bars[0], middle, bars.length > 1 ? bars.at(-1) : undefined];
  const peak = bars.find(({ value }) => value === highest);
  return html`<figure class="chart">
<figcaption>Từ ${bars[0]?.label} đến ${bars.at(-1)?.label}${peak && html`; nhiều nhất ${formatNumber(highest)} lượt, ${peak.label}`}</figcaption>
<p class="scale" aria-hidden="true">${[top, top / 2, 0].map((value) => html`<span>${formatNumber(value)}</span>`)}</p>
<svg role="img" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><title>Biểu đồ cột: ${title.toLowerCase()}</title><path class="grid" d="M0 0H${width}M0 50H${width}M0 100H${width}"/><path d="${barsPath(values, top)}"/></svg>
<p class="axis" aria-hidden="true">${axisBars.map((bar) => bar && html`<span>${bar.axisLabel}</span>`)}</p>
</figure>
<details><summary>Bảng số: ${title.toLowerCase()}</summary>
<table><thead><tr><th scope="col">${unit}</th><th scope="col" class="right">${measure}</th></tr></thead><tbody>${rows.map(({ label, value }) => html`<tr><th scope="row">${label}</th><td class="right">${formatNumber(value)}</td></tr>`)}</tbody></table></details>`;
}
