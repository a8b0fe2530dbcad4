import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { contrastRatio } from '#news/color-contrast.ts';
import { motifs } from '#news/motif.ts';
import { siteColors } from '#news/site-colors.ts';
import { motifDrawing, motifSize, motifStyle, secondLine } from '#site/motif-drawing.ts';
import { projectRoot } from '#site/settings.ts';

const own = siteColors();

test('every motif has a drawing, and every drawing a motif', () => {
  const files = readdirSync(join(projectRoot, 'assets', 'motifs'));
  expect(files.sort()).toEqual(motifs.map((motif) => `${motif}.svg`).sort());
  expect(new Set(motifs.map((motif) => motifDrawing(motif, own).address)).size).toBe(motifs.length);
});

test('the drawings are well-formed XML', async () => {
  const xml = motifs.map((motif) => ({ fileName: `${motif}.svg`, contents: motifDrawing(motif, own).svg }));
  // Without a schema xmllint reports only what is not well-formed.
  const { errors } = await validateXML({ xml, normalization: 'format' });
  expect(errors).toEqual([]);
});

describe.each(motifs)('the drawing %s', (motif) => {
  const { svg } = motifDrawing(motif, own);

  test('is small, and has no script and no reference', () => {
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(2800);
    expect([...svg.matchAll(/<(\w+)/g)].map(([, name = '']) => name)).toEqual(
      expect.not.arrayContaining(['script', 'image', 'use', 'a', 'foreignObject']),
    );
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/href|url\(|:\/\/|@import|\son\w+=/);
  });

  test('has the one style that the Content-Security-Policy allows, and one width of line', () => {
    expect([...svg.matchAll(/<style>(.*?)<\/style>/g)].map(([, style]) => style)).toEqual([motifStyle(own)]);
    expect(svg).not.toContain('style=');
    expect(svg.match(/stroke-width="[^"]*"/g)).toEqual(['stroke-width="3.5"']);
    expect(svg.match(/stroke-linecap="[^"]*"/g)).toEqual(['stroke-linecap="round"']);
  });

  test('has the colours of the site, in both schemes with lines that are seen', () => {
    const { panel, paper, accent } = own.light;
    const light = { panel, paper, accent, second: secondLine.light };
    expect(new Set(svg.replace(motifStyle(own), '').match(/#[0-9a-f]{6}/g))).toEqual(new Set(Object.values(light)));
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
      own.light.panel.slice(1);
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

test.each(['light', 'dark'] as const)(
  'in the %s scheme the lines of a drawing contrast with their ground',
  (scheme) => {
    const { panel, paper } = own[scheme];
    for (const ground of [panel, paper]) expect(contrastRatio(secondLine[scheme], ground)).toBeGreaterThanOrEqual(2);
  },
);

test('a drawing has the colours of its organisation in both schemes, and another address for them', () => {
  const chosen = siteColors({ accent: '#006a4e' });
  const { svg, address } = motifDrawing('tin-tuc', chosen);
  expect(svg).toContain('stroke="#006a4e"');
  expect(svg).toContain(`.a{stroke:${chosen.dark.accent}}`);
  expect(svg).not.toContain(own.light.accent);
  expect(address).not.toBe(motifDrawing('tin-tuc', own).address);
});
