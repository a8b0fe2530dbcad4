import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Motif } from '#news/motif.ts';
import { siteColors } from '#news/site-colors.ts';
import { layOutSharePicture, renderSharePicture } from '#site/pictures/share/render-share-picture.ts';

const organisation = 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Mẫu';
const colors = siteColors();
const date = new Date('2026-11-23T08:00:00+07:00');
const motif: Motif = 'nong-nghiep';
const propsOf = (title: string) => ({ organisation, colors, article: { title, date, motif } });
const to160 = (text: string) => text.repeat(40).slice(0, 160).trim().padEnd(160, 'g');

const longTitles: readonly (readonly [kind: string, title: string])[] = [
  ['of words', to160('Tổng kết công tác, biểu dương những cá nhân tiêu biểu trong phong trào thi đua sáng tạo; ')],
  ['of stacked marks', to160('nguyễn ngỗng ngẫn nghễu ặng ẵm ễnh ỗi ỹ ỵ gậy ')],
  ['in capitals with stacked marks', to160('NHỮNG ĐỊNH HƯỚNG LỚN VỀ ĐỔI MỚI Ỡ Ễ Ộ Ẵ Ỗ ')],
  ['without a space', to160('Nghiênhiệpnghiệpthuậthộikhoahọc')],
  ['of wide capitals without a space', 'Ễ'.repeat(160)],
];

/** The rows or columns from `from` to `to` (exclusive) that are not empty. */
function nonEmpty(empty: Set<number>, from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index).filter((position) => !empty.has(position));
}

/** Left of the drawing of the category, over the whole height. */
const beforeDrawing = 860;

/** The rows of the left part and the columns that contain only background, below the line at the top. */
async function emptyParts(png: Buffer, width = 1200): Promise<{ rows: Set<number>; columns: Set<number> }> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const paper = Buffer.from(colors.light.paper.slice(1), 'hex');
  const isPaper = (x: number, y: number) => {
    const offset = (y * info.width + x) * 3;
    return data.subarray(offset, offset + 3).every((value, index) => Math.abs(value - (paper[index] ?? 0)) <= 2);
  };
  const xs = Array.from({ length: info.width }, (_, x) => x);
  const ys = Array.from({ length: info.height - 14 }, (_, y) => y + 14);
  return {
    rows: new Set(ys.filter((y) => xs.slice(0, width).every((x) => isPaper(x, y)))),
    columns: new Set(xs.filter((x) => ys.every((y) => isPaper(x, y)))),
  };
}

describe.each(longTitles)('a title of 160 characters %s', (_, title) => {
  test('fits untruncated, at a size that is readable on a phone', async () => {
    expect([...title.normalize('NFC')]).toHaveLength(160);
    const { cut, illegible, titleSize } = await layOutSharePicture(propsOf(title));
    expect({ cut, illegible }).toEqual({ cut: false, illegible: false });
    expect(titleSize).toBeGreaterThanOrEqual(36);
  });

  test('overlaps neither the margins, nor the line above, nor the date and the drawing below', async () => {
    const png = (await renderSharePicture(propsOf(title))) ?? Buffer.alloc(0);
    const { rows, columns } = await emptyParts(png, beforeDrawing);
    expect(nonEmpty(columns, 0, 70)).toEqual([]);
    expect(nonEmpty(columns, 1130, 1200)).toEqual([]);
    expect(nonEmpty(rows, 172, 186)).toEqual([]);
    expect(nonEmpty(rows, 492, 544)).toEqual([]);
    // Between the date and the wave.
    expect(nonEmpty(rows, 584, 592)).toEqual([]);
    expect(nonEmpty(rows, 602, 630)).toEqual([]);
  });
});

test.each([
  ['of an article', { article: { title: 'Đại hội', date, motif } }],
  ['of a category', { category: { name: 'Nông nghiệp, nghiên cứu và chuyển giao cho các nghiệp đoàn', motif } }],
  ['of the site', {}],
] as const)('on the picture %s a name of 120 characters stays inside the margins', async (_, shown) => {
  const name = to160('Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Mẫu và ').slice(0, 120);
  const png = (await renderSharePicture({ organisation: name, colors, ...shown })) ?? Buffer.alloc(0);
  const { rows, columns } = await emptyParts(png);
  expect(nonEmpty(columns, 0, 70)).toEqual([]);
  expect(nonEmpty(columns, 1130, 1200)).toEqual([]);
  expect(nonEmpty(rows, 14, 24)).toEqual([]);
  expect(nonEmpty(rows, 602, 630)).toEqual([]);
});

test('a shorter title is set larger; one that fits at no size is truncated with “…”', async () => {
  const sizes = await Promise.all(
    ['Đại hội', longTitles[0]?.[1] ?? ''].map((title) => layOutSharePicture(propsOf(title))),
  );
  expect(sizes[0]?.titleSize).toBeGreaterThan(2 * (sizes[1]?.titleSize ?? 0));
  expect((await layOutSharePicture(propsOf(to160('Nghiên cứu ').repeat(4)))).cut).toBe(true);
});

test('a share picture has the size that pages state, and is the same each time it is rendered', async () => {
  const [first, second] = [await renderSharePicture(propsOf('Đại hội')), await renderSharePicture(propsOf('Đại hội'))];
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  const { format, width, height } = await sharp(first).metadata();
  expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
  expect(first?.length).toBeLessThan(60_000);
});

test.each(['Gia đình 👨‍👩‍👧‍👦 vui', 'Bài 科学', 'Đơn vị 10⁶'])(
  'a title with a glyph that the font lacks is not rendered: %s',
  async (title) => expect(await renderSharePicture(propsOf(title))).toBeUndefined(),
);
