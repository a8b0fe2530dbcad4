import { expect, test } from 'vitest';
import { siteColors } from '#news/site-colors.ts';
import { sharePictureElement } from '#site/pictures/share/share-picture-element.ts';

test('the picture of an article shows the title and the date, that of a category its name, that of the site nothing else', () => {
  const date = new Date('2026-11-23T08:00:00+07:00');
  const textsOf = (props: Parameters<typeof sharePictureElement>[0]) =>
    [...JSON.stringify(sharePictureElement(props, 48)).matchAll(/"children":"([^"]+)"/g)].map(([, text = '']) =>
      text.replaceAll('\u00A0', ' '),
    );
  const brand = { organisation: 'Liên hiệp hội tỉnh Mẫu', colors: siteColors() };
  expect(textsOf({ ...brand, article: { title: 'Đo khí CO₂ trên ruộng', date, motif: 'khoa-hoc' } })).toEqual([
    'Liên hiệp hội tỉnh Mẫu',
    'Đo khí CO2 trên ruộng',
    'Thứ Hai, 23/11/2026',
  ]);
  expect(textsOf({ ...brand, category: { name: 'Nông nghiệp', motif: 'nong-nghiep' } })).toEqual([
    'Liên hiệp hội tỉnh Mẫu',
    'Nông nghiệp',
  ]);
  expect(textsOf(brand)).toEqual(['Liên hiệp hội tỉnh Mẫu']);
});

test('a share picture has the colours of its organisation, and its logo in place of the drawing', () => {
  const colors = siteColors({ accent: '#006a4e', signal: '#7a0019' });
  const logo = { address: '/a.png', bytes: Buffer.from('logo'), width: 100, height: 50 };
  const article = { title: 'Đại hội', date: new Date('2026-11-23T08:00:00+07:00'), motif: 'khoa-hoc' as const };
  const picture = JSON.stringify(sharePictureElement({ organisation: 'Hội', colors, logo, article }, 48));
  expect(picture).toContain('14px solid #006a4e');
  expect(picture).toContain('"backgroundColor":"#7a0019"');
  expect(picture).toContain(
    `"src":"data:image/png;base64,${Buffer.from('logo').toString('base64')}","width":88,"height":44`,
  );
  expect(picture).not.toContain(siteColors().light.accent);
});
