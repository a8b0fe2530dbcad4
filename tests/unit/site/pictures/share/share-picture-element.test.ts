import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sharePictureColours, sharePictureElement } from '#site/pictures/share/share-picture-element.ts';
import { projectRoot } from '#site/settings.ts';

test('a share picture has the light colours of the site', () => {
  const tokens = readFileSync(join(projectRoot, 'assets', 'css', 'tokens.css'), 'utf8').split('@media')[0];
  for (const [name, colour] of Object.entries(sharePictureColours)) expect(tokens).toContain(`--${name}: ${colour};`);
});

test('the picture of an article shows the title and the date, that of a category its name, that of the site nothing else', () => {
  const date = new Date('2026-11-23T08:00:00+07:00');
  const textsOf = (props: Parameters<typeof sharePictureElement>[0]) =>
    [...JSON.stringify(sharePictureElement(props, 48)).matchAll(/"children":"([^"]+)"/g)].map(([, text = '']) =>
      text.replaceAll('\u00A0', ' '),
    );
  const organisation = 'Liên hiệp hội tỉnh Mẫu';
  expect(textsOf({ organisation, article: { title: 'Đo khí CO₂ trên ruộng', date, motif: 'khoa-hoc' } })).toEqual([
    'Liên hiệp hội tỉnh Mẫu',
    'Đo khí CO2 trên ruộng',
    'Thứ Hai, 23/11/2026',
  ]);
  expect(textsOf({ organisation, category: { name: 'Nông nghiệp', motif: 'nong-nghiep' } })).toEqual([
    'Liên hiệp hội tỉnh Mẫu',
    'Nông nghiệp',
  ]);
  expect(textsOf({ organisation })).toEqual(['Liên hiệp hội tỉnh Mẫu']);
});
