import { describe, expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import { answer } from '#search/answer.ts';
import type { Entry } from '#search/entry.ts';
import type { Piece } from '#search/excerpt.ts';
import { searchOver } from '#tests/search-over.ts';

const lead = 'Sáng 20/6, Liên hiệp hội họp tổng kết năm.';
const body = `${'Các hội thành viên đã báo cáo công việc của mình trong năm qua. '.repeat(6)}
Ông nói về khoa học, kỹ thuật nuôi ngao. UBND tỉnh cảm ơn. ${'Sau đó mọi người ra về trong trật tự. '.repeat(9)}`;
const entry: Entry = {
  address: '/bai-viet/hop/',
  title: 'Hội nghị tổng kết',
  lead,
  body,
  category: 'Tin tức',
  day: '2018-06-20',
};
const short = [{ short: 'UBND', meaning: 'Ủy ban nhân dân', capitalsOnly: false }];

function shown(pieces: readonly Piece[] | undefined): string {
  return (pieces ?? []).map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
}

async function first(typed: string) {
  return (await answer(await searchOver([entry], short), { typed, count: 10 })).results[0];
}

describe('an excerpt', () => {
  test('is the lead where what was looked for stands in it', async () => {
    const result = await first('tong ket');
    expect(shown(result?.title)).toBe('Hội nghị [tổng kết]');
    expect(shown(result?.text)).toBe('Sáng 20/6, Liên hiệp hội họp [tổng kết] năm.');
  });

  test('is the place in the body where only there the phrase stands', async () => {
    const text = shown((await first('khoa học kỹ thuật'))?.text);
    expect(text).toContain('nói về [khoa học, kỹ thuật] nuôi ngao');
    expect(text).toMatch(/^… .*…$/s);
    expect(text.length).toBeLessThan(260);
  });

  test('marks an abbreviation that means what was looked for', async () => {
    expect(shown((await first('ủy ban nhân dân'))?.text)).toContain('[UBND] tỉnh');
  });

  test('marks the words where they stand apart, and cuts no word in two', async () => {
    const text = shown((await first('nuôi tổng kết'))?.text);
    expect(text.match(/\[[^\]]+\]/g)).toContain('[tổng]');
    for (const word of text.replace(/[[\]…]/g, '').split(/\s+/)) expect(`${lead} ${body}`).toContain(word);
  });

  test('is the beginning where nothing of it is marked', async () => {
    expect(shown((await first('hội nghị'))?.title)).toBe('[Hội nghị] tổng kết');
  });
});

describe('who typed wrong', () => {
  const entries = [
    ...generatedEntries(40),
    { ...entry, address: '/1/', title: 'Đại hội đại biểu', day: '2020-01-01' },
    { ...entry, address: '/2/', title: 'Nghiệm thu đề tài', day: '2020-01-02' },
  ];
  test.each([
    ['nghiệmm thu', 'nghiệm thu'],
    ['nghiem tuh', 'nghiem thu'],
    ['dia hoi dai bieu toan tinh', undefined],
    ['đại hộii', 'đại hội'],
    ['qqqqqqqq', undefined],
  ])('%s is asked whether %s was meant', async (typed, meant) => {
    const { total, suggestion } = await answer(await searchOver(entries), { typed, count: 10, suggest: true });
    expect(total === 0 ? suggestion : undefined).toBe(meant);
  });
});

test('what is only left out by the year or category that was chosen was typed right, and nothing else is suggested', async () => {
  const index = await searchOver([
    { ...entry, title: 'Đại hội', body: '' },
    { ...entry, address: '/2/', title: 'Cây đại hồng', lead: '', body: '' },
  ]);
  const ask = (filter: { year: string }) => answer(index, { typed: 'đại hội', count: 10, filter, suggest: true });
  expect(await ask({ year: '1999' })).toEqual({ total: 0, results: [] });
});

test('only who asks for it is told what may have been meant', async () => {
  expect(await answer(await searchOver([entry]), { typed: 'tổng kêtt', count: 10 })).toEqual({ total: 0, results: [] });
});

test('nothing typed is no question', async () => {
  expect(await answer(await searchOver([entry]), { typed: ' ', count: 10 })).toEqual({ total: 0, results: [] });
});
