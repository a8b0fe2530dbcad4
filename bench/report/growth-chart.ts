import { escaped } from '#layouts/html.ts';
import { contestantNames } from '../build/contestants.ts';
import { type BuildKind, findMeasurement, medianOf, type SizeResults } from './bench-results.ts';

type Point = readonly [articles: number, value: number];
type Line = readonly [name: string, points: readonly Point[]];

const [width, height] = [960, 464];
const panelWidth = width / 2;
/** The edges of the plot in a panel. */
const [left, right, top, bottom] = [72, 432, 120, 408];
/** The distances between the columns and the rows of the legend. */
const [legendStep, legendRow, legendColumns] = [232, 24, 4];

const linear = 'linear growth';
/** A line of the chart: a build of a contestant. */
interface ChartLine {
  readonly name: string;
  readonly contestant: string;
  readonly step: BuildKind;
}

const fullBuilds = Object.values(contestantNames).map((name): ChartLine => ({ name, contestant: name, step: 'full' }));
const edits = [contestantNames.core, contestantNames.whole].map(
  (name): ChartLine => ({ name: `${name}, an edit`, contestant: name, step: 'edit' }),
);
const [coreEdit, wholeEdit] = edits.map(({ name }) => name) as [string, string];
const dashes: Readonly<Record<string, string>> = {
  [contestantNames.floor]: '2 4',
  [contestantNames.hugo]: '10 4',
  [contestantNames.eleventy]: '10 4 2 4',
  [contestantNames.core]: '5 3',
  [coreEdit]: '2 3',
  [wholeEdit]: '8 3 2 3',
};
const style = `
text{font:13px system-ui,sans-serif;fill:#222}
rect{fill:#fff}
.title{font-weight:700}
.grid{stroke:#bbb}
.line{fill:none;stroke:#333;stroke-width:1.75}
.own{stroke:#b3261e;stroke-width:3}
.linear{stroke:#888;stroke-width:1}
@media(prefers-color-scheme:dark){text{fill:#eee}rect{fill:#1b1b1b}.grid{stroke:#555}.line{stroke:#ddd}.own{stroke:#ff8a80}.linear{stroke:#aaa}}
`;

/**
 * The time of full builds and of edits, and the memory of full builds, by the number of articles, on log-log axes, as an
 * SVG with light and dark colors.
 */
export function growthChart(sizes: readonly SizeResults[]): string {
  const title = 'Time of full builds and edits, and peak memory of full builds, by the number of articles';
  const legend = [...[...fullBuilds, ...edits].map(({ name }) => name), linear].map((name, index) => {
    const [x, y] = [16 + (index % legendColumns) * legendStep, 24 + Math.floor(index / legendColumns) * legendRow];
    return `${linePath(name, `M${x} ${y}h32`)}<text x="${x + 40}" y="${y + 4}">${escaped(name)}</text>\n`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
<title>${title}</title>
<style>${style}</style>
<rect width="${width}" height="${height}"/>
${legend.join('')}${panel(0, 'Time (s)', linesOf(sizes, [...edits, ...fullBuilds], 'seconds'))}${panel(panelWidth, 'Peak memory (MB)', linesOf(sizes, fullBuilds, 'megabytes'))}</svg>
`;
}

/** A line for each build, and for linear growth from the first point of the last one. */
function linesOf(
  sizes: readonly SizeResults[],
  builds: readonly ChartLine[],
  measure: 'seconds' | 'megabytes',
): Line[] {
  const lines = builds.map(({ name, contestant, step }): Line => {
    const points = sizes.flatMap((size): Point[] => {
      const measurement = findMeasurement(size, contestant, step);
      return measurement ? [[size.articles, medianOf(measurement, measure)]] : [];
    });
    return [name, points];
  });
  const [, points = []] = lines.at(-1) ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (first && last) lines.push([linear, [first, [last[0], (first[1] * last[0]) / first[0]]]]);
  return lines.filter((line) => line[1].length > 0);
}

function panel(offset: number, title: string, lines: readonly Line[]): string {
  const points = lines.flatMap(([, pointsOfLine]) => pointsOfLine);
  if (points.length === 0) return '';
  const [articles, values] = [points.map((point) => point[0]), points.map((point) => point[1])];
  const [x, y] = [logAxis(articles, left, right), logAxis(values, bottom, top)];
  const columns = x.ticks.map((tick) => {
    const label = `<text x="${x.at(tick)}" y="${bottom + 20}" text-anchor="middle">${formatTick(tick)}</text>`;
    return `<path class="grid" d="M${x.at(tick)} ${top}V${bottom}"/>${label}\n`;
  });
  const rows = y.ticks.map((tick) => {
    const label = `<text x="${left - 8}" y="${y.at(tick) + 4}" text-anchor="end">${formatTick(tick)}</text>`;
    return `<path class="grid" d="M${left} ${y.at(tick)}H${right}"/>${label}\n`;
  });
  const paths = lines.map(([name, pointsOfLine]) =>
    linePath(name, `M${pointsOfLine.map((point) => `${x.at(point[0])} ${y.at(point[1])}`).join('L')}`),
  );
  return `<g transform="translate(${offset} 0)">
<text class="title" x="${left}" y="${top - 20}">${title}</text>
${columns.join('')}${rows.join('')}<text x="${(left + right) / 2}" y="${bottom + 44}" text-anchor="middle">articles</text>
${paths.join('\n')}
</g>
`;
}

/** A path in the style of a contestant. */
function linePath(name: string, d: string): string {
  const kind = name === linear ? ' linear' : name.startsWith('ours') ? ' own' : '';
  return `<path class="line${kind}" stroke-dasharray="${dashes[name] ?? 'none'}" d="${d}"/>`;
}

/** A logarithmic axis of whole decades, and the position of a value on it. */
function logAxis(values: readonly number[], start: number, end: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, decade) => 10 ** (low + decade)),
    at: (value: number) => Math.round(start + ((Math.log10(value) - low) / (high - low)) * (end - start)),
  };
}

function formatTick(value: number): string {
  return value.toLocaleString('en-US');
}
