import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { motifs } from '#news/motif.ts';
import { motifDrawing, motifSize, motifStyle } from '#site/motif-drawing.ts';
import { projectRoot } from '#site/settings.ts';

const tokens = readFileSync(join(projectRoot, 'assets', 'css', 'tokens.css'), 'utf8');
/** The colours of a drawing: background, objects, main lines, second lines. */
const schemes = {
  light: { panel: '#f5f1e8', paper: '#fffdf8', accent: '#0b3f7a', second: '#b3a98f' },
  dark: { panel: '#151f2d', paper: '#0e1520', accent: '#8fbdf5', second: '#40536c' },
};

/** The relative luminance of a colour (WCAG 2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [...Buffer.from(colour.slice(1), 'hex')]
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

test('every motif has a drawing, and every drawing a motif', () => {
  const files = readdirSync(join(projectRoot, 'assets', 'motifs'));
  expect(files.sort()).toEqual(motifs.map((motif) => `${motif}.svg`).sort());
  expect(new Set(motifs.map((motif) => motifDrawing(motif).address)).size).toBe(motifs.length);
});

test('the drawings are well-formed XML', async () => {
  const xml = motifs.map((motif) => ({ fileName: `${motif}.svg`, contents: motifDrawing(motif).svg }));
  // Without a schema xmllint reports only what is not well-formed.
  const { errors } = await validateXML({ xml, normalization: 'format' });
  expect(errors).toEqual([]);
});

describe.each(motifs)('the drawing %s', (motif) => {
  const { svg } = motifDrawing(motif);

  test('is small, and has no script and no reference', () => {
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(2800);
    expect([...svg.matchAll(/<(\w+)/g)].map(([, name = '']) => name)).toEqual(
      expect.not.arrayContaining(['script', 'image', 'use', 'a', 'foreignObject']),
    );
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/href|url\(|:\/\/|@import|\son\w+=/);
  });

  test('has the one style that the Content-Security-Policy allows, and one width of line', () => {
    expect([...svg.matchAll(/<style>(.*?)<\/style>/g)].map(([, style]) => style)).toEqual([motifStyle]);
    expect(svg).not.toContain('style=');
    expect(svg.match(/stroke-width="[^"]*"/g)).toEqual(['stroke-width="3.5"']);
    expect(svg.match(/stroke-linecap="[^"]*"/g)).toEqual(['stroke-linecap="round"']);
  });

  test('has the colours of the site, in both schemes with lines that are seen', () => {
    const { light } = schemes;
    expect(new Set(svg.replace(motifStyle, '').match(/#[0-9a-f]{6}/g))).toEqual(new Set(Object.values(light)));
    // A part with a light colour takes the dark one by its class.
    const classOf = { panel: 'b', paper: 'p', accent: 'a', second: 's' };
    for (const [part, name] of Object.entries(classOf)) {
      const colour = light[part as keyof typeof light];
      for (const [tag] of svg.matchAll(/<[a-z][^>]*>/g))
        expect(/class="([^"]*)"/.exec(tag)?.[1]?.split(' ').includes(name) ?? false, tag).toBe(tag.includes(colour));
    }
  });

  test('stays clear of the edges but for its wave', async () => {
    const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect({ width: info.width, height: info.height }).toEqual(motifSize);
    const isPanel = (x: number, y: number) =>
      data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3).toString('hex') ===
      schemes.light.panel.slice(1);
    const drawn = Array.from({ length: info.height * info.width }, (_, index) => index)
      .map((index) => ({ x: index % info.width, y: Math.floor(index / info.width) }))
      .filter(({ x, y }) => !isPanel(x, y));
    expect(Math.min(...drawn.map(({ y }) => y))).toBeGreaterThanOrEqual(28);
    expect(Math.max(...drawn.map(({ y }) => y))).toBeLessThanOrEqual(230);
    const above = drawn.filter(({ y }) => y < 210).map(({ x }) => x);
    expect(Math.min(...above)).toBeGreaterThanOrEqual(28);
    expect(Math.max(...above)).toBeLessThanOrEqual(452);
  });
});

test.each(Object.entries(schemes))(
  'the %s colours are those of the site and contrast with each other',
  (scheme, colours) => {
    const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');
    const { panel, paper, accent, second } = colours;
    for (const [name, colour] of Object.entries({ panel, paper, accent }))
      expect(scheme === 'light' ? light : dark).toContain(`--${name}: ${colour};`);
    if (scheme === 'dark') for (const colour of Object.values(colours)) expect(motifStyle).toContain(colour);
    for (const background of [panel, paper]) {
      expect(contrast(accent, background)).toBeGreaterThanOrEqual(7);
      expect(contrast(second, background)).toBeGreaterThanOrEqual(2);
    }
  },
);
