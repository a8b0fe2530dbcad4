import { escaped } from '#layouts/html.ts';
import { contestantNames } from '../build/contestants.ts';
import { findMeasurement, medianOf, type SizeResults } from './bench-results.ts';

/** The line of a contestant: a value for each measured size. */
interface Line {
  readonly name: string;
  readonly kind: 'own' | 'other' | 'even';
  readonly points: readonly (readonly [articles: number, value: number])[];
}

const [width, height, top, bottom, left, plotWidth] = [1080, 440, 56, 384, 64, 272];
const panelWidth = width / 2;
/** Minimum distance between the baselines of two labels. */
const labelStep = 16;
const dashes = new Map<string, string>([
  [contestantNames.floor, '2 4'],
  [contestantNames.hugo, '10 4'],
  [contestantNames.eleventy, '10 4 2 4'],
  [contestantNames.core, '5 3'],
]);
const style = `text{font:13px system-ui,sans-serif;fill:#222}.title{font-weight:700}.grid{stroke:#bbb;stroke-width:1}.line{fill:none;stroke:#333;stroke-width:1.75}.dot{fill:#333}.line.own{stroke:#b3261e;stroke-width:3}.dot.own,text.own{fill:#b3261e}text.own{font-weight:700}.line.even{stroke:#888;stroke-width:1}.dot.even{display:none}text.even{fill:#666}rect{fill:#fff}@media(prefers-color-scheme:dark){text{fill:#eee}.grid{stroke:#555}.line{stroke:#ddd}.dot{fill:#ddd}.line.own{stroke:#ff8a80}.dot.own,text.own{fill:#ff8a80}text.even{fill:#aaa}rect{fill:#1b1b1b}}`;

/** Time and memory of full builds by the number of articles, on log-log axes, as an SVG with light and dark colors. */
export function growthChart(sizes: readonly SizeResults[]): string {
  const lines = (measure: 'seconds' | 'megabytes'): Line[] => {
    const measured = Object.values(contestantNames).map((name): Line => {
      const points = sizes.flatMap((size) => {
        const measurement = findMeasurement(size, name);
        return measurement ? [[size.articles, medianOf(measurement, measure)] as const] : [];
      });
      return { name, kind: name.startsWith('ours') ? 'own' : 'other', points };
    });
    return [...measured.filter(({ points }) => points.length > 0), ...linearReference(measured.at(-1))];
  };
  const title = 'Full builds: time and peak memory by the number of articles';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
<title>${title}</title>
<style>${style}</style>
<rect width="${width}" height="${height}"/>
${panel(0, 'Time (s)', lines('seconds'))}${panel(panelWidth, 'Peak memory (MB)', lines('megabytes'))}</svg>
`;
}

/** Linear growth from the first point of a line. */
function linearReference(line: Line | undefined): Line[] {
  const [[firstArticles, firstValue] = [0, 0], last] = [line?.points[0], line?.points.at(-1)];
  if (!last || last[0] === firstArticles) return [];
  return [
    {
      name: 'linear',
      kind: 'even',
      points: [[firstArticles, firstValue] as const, [last[0], (firstValue * last[0]) / firstArticles] as const],
    },
  ];
}

function panel(offset: number, title: string, lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points);
  if (points.length === 0) return '';
  const [minArticles, maxArticles] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [low, high] = [decadeBelow(points.map(([, y]) => y)), decadeAbove(points.map(([, y]) => y))];
  const xDecades = Math.max(1, Math.log10(maxArticles / minArticles));
  const x = (articles: number) => left + (Math.log10(articles / minArticles) / xDecades) * plotWidth;
  const y = (value: number) => bottom - (Math.log10(value / low) / Math.log10(high / low)) * (bottom - top);
  const sizes = [...new Set(points.map(([articles]) => articles))];

  const yGrid = decades(low, high).map(
    (value) =>
      `<path class="grid" d="M${left} ${round(y(value))}h${plotWidth}"/><text x="${left - 8}" y="${round(y(value) + 4)}" text-anchor="end">${formatValue(value)}</text>\n`,
  );
  const xGrid = sizes.map(
    (articles) =>
      `<path class="grid" d="M${round(x(articles))} ${top}V${bottom}"/><text x="${round(x(articles))}" y="${bottom + 20}" text-anchor="middle">${formatValue(articles)}</text>\n`,
  );
  const labels = spreadLabels(lines.map(({ name, points }) => ({ name, at: y(points.at(-1)?.[1] ?? low) })));
  const paths = lines.map(({ name, kind, points }) => {
    const end = points.at(-1)?.[0] ?? maxArticles;
    const endNote = end < maxArticles ? ` (to ${formatValue(end)})` : '';
    const path = points.map(([articles, value]) => `${round(x(articles))} ${round(y(value))}`).join('L');
    const dots = points.map(
      ([articles, value]) => `<circle class="dot ${kind}" cx="${round(x(articles))}" cy="${round(y(value))}" r="3.5"/>`,
    );
    return `<path class="line ${kind}" stroke-dasharray="${dashes.get(name) ?? ''}" d="M${path}"/>${dots.join('')}<text class="${kind}" x="${left + plotWidth + 12}" y="${round((labels.get(name) ?? 0) + 4)}">${escaped(name)}${endNote}</text>\n`;
  });
  return `<g transform="translate(${offset} 0)">
<text class="title" x="${left}" y="28">${title}</text>
${yGrid.join('')}${xGrid.join('')}<text x="${left + plotWidth / 2}" y="${bottom + 44}" text-anchor="middle">articles</text>
${paths.join('')}</g>
`;
}

/** The y positions of labels at the ends of their lines, moved apart where they would overlap. */
function spreadLabels(labels: readonly { readonly name: string; readonly at: number }[]): Map<string, number> {
  let nextFree = top;
  const placed = new Map<string, number>();
  for (const { name, at } of labels.toSorted((a, b) => a.at - b.at)) {
    const y = Math.max(at, nextFree);
    placed.set(name, y);
    nextFree = y + labelStep;
  }
  return placed;
}

function decadeBelow(values: readonly number[]): number {
  return 10 ** Math.floor(Math.log10(Math.min(...values)));
}

function decadeAbove(values: readonly number[]): number {
  return 10 ** Math.ceil(Math.log10(Math.max(...values) * 1.001));
}

function decades(low: number, high: number): number[] {
  return Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, exponent) => low * 10 ** exponent);
}

function formatValue(value: number): string {
  return value < 1 ? String(Number(value.toPrecision(1))) : value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
