import { grouped } from '#vietnamese/count.ts';
import { type Html, html } from '../html.ts';

/** One bar and its line in the table. */
export interface Bar {
  /** As the table says it: "23/11/2026" */
  readonly when: string;
  /** As the axis says it: "23/11" */
  readonly short: string;
  readonly value: number;
}

/** A chart and its table. */
export interface BarChartProps {
  /** What is shown: "Lượt truy cập theo ngày" */
  readonly title: string;
  /** What a line of the table is: "Ngày" */
  readonly unit: string;
  /** What a number is: "Lượt truy cập" */
  readonly measure: string;
  /** The bars, from left to right. */
  readonly bars: readonly Bar[];
  /** All lines of the table. */
  readonly rows: readonly Bar[];
}

/** The top of the scale: 1, 2 or 5 and noughts, at least 2, so that half of it can be said. */
export function scaleTop(highest: number): number {
  const decade = 10 ** Math.floor(Math.log10(Math.max(1, highest)));
  return Math.max(2, [1, 2, 5, 10].map((step) => step * decade).find((each) => each >= highest) ?? highest);
}

const step = 10;
const height = 100;

/** Bars as lines of one path in a box as wide as they are many, 100 high. */
function bars(values: readonly number[], top: number): string {
  return values
    .map((value, index) => {
      const tall = Math.round((value / top) * height * 10) / 10;
      return `M${index * step + 1.5} ${height}v-${tall}h7v${tall}z`;
    })
    .join('');
}

/** A bar chart whose words are HTML, so that they stay readable however narrow it gets, and its figures as a table. */
export function barChart({ title, unit, measure, bars: shown, rows }: BarChartProps): Html {
  const values = shown.map(({ value }) => value);
  const highest = Math.max(...values);
  const top = scaleTop(highest);
  const width = values.length * step;
  const middle = shown.length > 6 ? shown[Math.floor(shown.length / 2)] : undefined;
  const marks = [shown[0], middle, shown.length > 1 ? shown.at(-1) : undefined];
  const peak = shown.find(({ value }) => value === highest);
  return html`<figure class="chart">
<figcaption>Từ ${shown[0]?.when} đến ${shown.at(-1)?.when}${peak && html`; nhiều nhất ${grouped(highest)} lượt, ${peak.when}`}</figcaption>
<p class="scale" aria-hidden="true">${[top, top / 2, 0].map((value) => html`<span>${grouped(value)}</span>`)}</p>
<svg role="img" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><title>Biểu đồ cột: ${title.toLowerCase()}</title><path class="grid" d="M0 0H${width}M0 50H${width}M0 100H${width}"/><path d="${bars(values, top)}"/></svg>
<p class="axis" aria-hidden="true">${marks.map((mark) => mark && html`<span>${mark.short}</span>`)}</p>
</figure>
<details><summary>Bảng số: ${title.toLowerCase()}</summary>
<table><thead><tr><th scope="col">${unit}</th><th scope="col" class="right">${measure}</th></tr></thead><tbody>${rows.map(({ when, value }) => html`<tr><th scope="row">${when}</th><td class="right">${grouped(value)}</td></tr>`)}</tbody></table></details>`;
}
