import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrastRatio, lowestContrast } from '#news/color-contrast.ts';
import { chosenColorProblem, siteColors } from '#news/site-colors.ts';
import { projectRoot } from '#site/settings.ts';

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  const { paper, panel, ink, soft, accent, signal, field } = siteColors()[scheme];

  test('text of every colour has a contrast of 7 on paper and panels', () => {
    for (const text of [ink, soft, accent, signal])
      expect(lowestContrast(text, [paper, panel])).toBeGreaterThanOrEqual(7);
  });

  test('the border of a field has a contrast of 3', () => {
    expect(lowestContrast(field, [paper, panel])).toBeGreaterThanOrEqual(3);
  });
});

test.each(['#0b3f7a', '#981420', '#00563f', '#5b2a86', '#000000', '#6b4200'])(
  'a colour that is read on light paper, %s, is kept there, and its dark tone has a contrast of 7',
  (color) => {
    const { light, dark } = siteColors({ accent: color, signal: color });
    expect([light.accent, light.signal]).toEqual([color, color]);
    for (const tone of [dark.accent, dark.signal])
      expect(lowestContrast(tone, [dark.paper, dark.panel])).toBeGreaterThanOrEqual(7);
    expect(chosenColorProblem('màu chính (accent)', color)).toBeUndefined();
  },
);

test('a colour that only good eyes can read is named, with the nearest one that all can', () => {
  const problem = chosenColorProblem('màu chính (accent)', '#0066b3');
  expect(problem).toEqual({
    rule: 'mau-chua-ro',
    wrong:
      'chữ màu chính (accent) “#0066b3” hơi nhạt với người mắt kém: tương phản 5,2, nên từ 7; cùng màu mà đậm hơn thì rõ',
    remedy: expect.stringMatching(/^viết “#[0-9a-f]{6}”$/),
  });
  const nearest = /#\w{6}/.exec(problem?.remedy ?? '')?.[0] ?? '';
  expect(chosenColorProblem('màu chính (accent)', nearest)).toBeUndefined();
});

test.each(['#ff6600', '#ffd700', '#00a0e9', '#fffdf8'])('a colour that few can read is refused: %s', (color) => {
  expect(chosenColorProblem('màu nhấn (signal)', color)?.rule).toBe('mau-nhat');
});

test('no colour stands twice in the code', () => {
  const files = globSync('{assets,layouts,news,site,server,scripts,search}/**/*.{ts,css,svg}', { cwd: projectRoot });
  const filesOf = new Map<string, string[]>();
  for (const file of files)
    for (const color of new Set(
      readFileSync(join(projectRoot, file), 'utf8').match(/(?<![\w&])#([0-9a-f]{6}|[0-9a-f]{3})\b/gi),
    ))
      filesOf.set(color, [...(filesOf.get(color) ?? []), file]);
  // Black, white and greys: high contrast and paper, whatever the colours of the site.
  const isGrey = (color: string) => new Set(color.slice(1)).size === 1;
  const colored = [...filesOf].filter(([color]) => !isGrey(color));
  expect(colored.length).toBeGreaterThan(15);
  expect(colored.filter(([, found]) => found.length > 1)).toEqual([]);
});

test('ink and paper differ most', () => {
  const { light, dark } = siteColors();
  expect(contrastRatio(light.ink, light.paper)).toBeGreaterThan(14);
  expect(contrastRatio(dark.ink, dark.paper)).toBeGreaterThan(14);
});
