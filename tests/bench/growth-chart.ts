import { escaped } from '#layouts/html.ts';
import { contestantNames } from './contestants.ts';
import { measuredOf, medianOf, type SizeResults } from './results.ts';

/** A contestant's line: a value for each size it was measured at. */
interface Line {
  readonly name: string;
  readonly points: readonly (readonly [articles: number, value: number])[];
}

const [width, height, top, bottom, left, plotWidth] = [960, 440, 56, 384, 64, 264];
const panelWidth = width / 2;
/** Baselines of two labels are no nearer than this. */
const labelStep = 16;
const dashes = ['1 5', '10 4', '10 4 2 4', '4 3', ''];
const style = `text{font:13px system-ui,sans-serif;fill:#222}.title{font-weight:700}.grid{stroke:#bbb;stroke-width:1}.line{fill:none;stroke:#333;stroke-width:1.75}.dot{fill:#333}.own{stroke:#b3261e;stroke-width:3}.dot.own{fill:#b3261e;stroke:none}text.own{fill:#b3261e;stroke:none;font-weight:700}.even{stroke:#888;stroke-width:1;stroke-dasharray:2 3}rect{fill:#fff}@media(prefers-color-scheme:dark){text{fill:#eee}.grid{stroke:#555}.line{stroke:#ddd}.dot{fill:#ddd}.own{stroke:#ff8a80}.dot.own,text.own{fill:#ff8a80}.even{stroke:#999}rect{fill:#1b1b1b}}`;

/** Time and memory of full builds over the number of articles, both axes logarithmic, as an SVG for light and dark pages. */
export function growthChart(sizes: readonly SizeResults[]): string {
  const lines = (of: 'seconds' | 'megabytes'): Line[] =>
    Object.values(contestantNames).map((name) => ({
      name,
      points: sizes.flatMap((size) => {
        const measured = measuredOf(size, name);
        return measured && measured.rounds.length > 0 ? [[size.articles, medianOf(measured, of)] as const] : [];
      }),
    }));
  const title = 'Full builds: time and peak memory by the number of articles';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
<title>${title}</title>
<style>${style}</style>
<rect width="${width}" height="${height}"/>
${panel(0, 'Time (s)', lines('seconds'))}${panel(panelWidth, 'Peak memory (MB)', lines('megabytes'))}</svg>
`;
}

function panel(offset: number, title: string, lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points);
  if (points.length === 0) return '';
  const [fewest, most] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [low, high] = [decadeBelow(points.map(([, y]) => y)), decadeAbove(points.map(([, y]) => y))];
  const across = Math.max(1, Math.log10(most / fewest));
  const x = (articles: number) => left + (Math.log10(articles / fewest) / across) * plotWidth;
  const y = (value: number) => bottom - (Math.log10(value / low) / Math.log10(high / low)) * (bottom - top);
  const sizes = [...new Set(points.map(([articles]) => articles))];

  const rules = decades(low, high).map(
    (value) =>
      `<path class="grid" d="M${left} ${round(y(value))}h${plotWidth}"/><text x="${left - 8}" y="${round(y(value) + 4)}" text-anchor="end">${shown(value)}</text>\n`,
  );
  const marks = sizes.map(
    (articles) =>
      `<path class="grid" d="M${round(x(articles))} ${top}V${bottom}"/><text x="${round(x(articles))}" y="${bottom + 20}" text-anchor="middle">${shown(articles)}</text>\n`,
  );
  const labels = spread(
    lines
      .filter((line) => line.points.length > 0)
      .map(({ name, points }) => ({ name, at: y(points.at(-1)?.[1] ?? low) })),
  );
  const drawn = lines.map(({ name, points }, index) => {
    if (points.length === 0) return '';
    const own = name.startsWith('ours') ? ' own' : '';
    const path = points.map(([articles, value]) => `${round(x(articles))} ${round(y(value))}`).join('L');
    const dots = points.map(
      ([articles, value]) => `<circle class="dot${own}" cx="${round(x(articles))}" cy="${round(y(value))}" r="3.5"/>`,
    );
    return `<path class="line${own}" stroke-dasharray="${dashes[index]}" d="M${path}"/>${dots.join('')}<text class="${own.trim()}" x="${left + plotWidth + 12}" y="${round((labels.get(name) ?? 0) + 4)}">${escaped(name)}</text>\n`;
  });
  return `<g transform="translate(${offset} 0)">
<text class="title" x="${left}" y="28">${title}</text>
${rules.join('')}${marks.join('')}<text x="${left + plotWidth / 2}" y="${bottom + 44}" text-anchor="middle">articles</text>
${drawn.join('')}</g>
`;
}

/** Labels at their lines' ends, moved apart where they would cover each other. */
function spread(labels: readonly { readonly name: string; readonly at: number }[]): Map<string, number> {
  let free = top;
  const placed = new Map<string, number>();
  for (const { name, at } of labels.toSorted((a, b) => a.at - b.at)) {
    const y = Math.max(at, free);
    placed.set(name, y);
    free = y + labelStep;
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
  return Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, step) => low * 10 ** step);
}

function shown(value: number): string {
  return value < 1 ? String(Number(value.toPrecision(1))) : value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
