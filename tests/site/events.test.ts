import ICAL from 'ical.js';
import { expect, inject, test } from 'vitest';
import { runScript } from '#bench/fixtures/run-script.ts';
import { formatReport } from '#site/check/format-report.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import type { ContentFiles } from '#site/guide/content-files.ts';
import { contentFolder } from '../content-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { elements } from './elements.ts';
import { htmlErrors } from './html-errors.ts';
import { readHead } from './read-head.ts';
import { parsePage, readSite } from './read-site.ts';

const newsroom = readSite(inject('newsroomDir'));
const union = readSite(inject('unionDir'));
const page = (site: Map<string, Buffer>, address: string) =>
  site.get(`${address.slice(1)}index.html`)?.toString() ?? '';
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const event = (lines: string) => `---
title: Hội thả diều
date: 2026-11-20
${lines}
id: urn:uuid:4c1f6f0a-5a2e-4b5f-8a39-0f3d5f1f7a09
---
`;

const build = (files: ContentFiles, environment?: Readonly<Record<string, string>>) =>
  buildAndReadSite(contentFolder(files), environment);

/** The single event of an iCalendar file, as a calendar program reads it. */
function readCalendar(site: Map<string, Buffer>, slug: string) {
  const text = site.get(`su-kien/${slug}/su-kien.ics`)?.toString() ?? '';
  const [event, ...others] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  if (!event || others.length > 0) throw new Error(`no event, or several: ${text}`);
  return { text, event: new ICAL.Event(event), stamp: String(event.getFirstPropertyValue('dtstamp')) };
}

test('the list has upcoming and past events, the latter by year with day and title only', () => {
  const { text } = parsePage(main(page(newsroom, '/su-kien/')));
  expect(text).toMatch(
    /Sắp và đang diễn ra 04 Tháng 7 Hội thả diều giấy .*? Hạn chót: 17:00, Thứ Tư, 20\/06\/2091 Thứ Tư, 04\/07\/2091 đến Thứ Sáu, 06\/07\/2091 Bãi cỏ/,
  );
  expect(text).toMatch(/Đã qua 2025 20\/09 Buổi đổi sách cũ; mang ba cuốn, nhận ba cuốn 2024 15\/03 Đêm ngắm sao/);
});

test('the iCalendar file of an event has the data of its page', () => {
  const { event: timed, stamp, text } = readCalendar(newsroom, 'buoi-doi-sach-cu');
  expect(timed.uid).toBe('urn:uuid:4c1f6f0a-5a2e-4b5f-8a39-0f3d5f1f7a02');
  expect(timed.summary).toBe('Buổi đổi sách cũ; mang ba cuốn, nhận ba cuốn');
  expect(timed.location).toBe('Sân nhà kho, số 1 đường Ví Dụ');
  expect(timed.startDate.toJSDate()).toEqual(new Date('2025-09-20T08:00:00+07:00'));
  expect(timed.endDate.toJSDate()).toEqual(new Date('2025-09-20T11:30:00+07:00'));
  expect(stamp).toBe('2025-08-31T17:00:00Z');
  expect(text).toContain('https://example.org/su-kien/buoi-doi-sach-cu/');
});

test('an all-day event has dates without times; DTEND is the day after the last', () => {
  const { event: days } = readCalendar(newsroom, 'hoi-tha-dieu-giay');
  expect([days.startDate.isDate, String(days.startDate), String(days.endDate)]).toEqual([
    true,
    '2091-07-04',
    '2091-07-07',
  ]);
  expect(days.description).toBe('Hạn chót: lúc 17:00, 20/06/2091');
});

test('an iCalendar file follows RFC 5545: lines of at most 75 octets, each ended by CRLF', () => {
  const files = [...newsroom].filter(([path]) => path.endsWith('.ics'));
  expect(files).toHaveLength(3);
  for (const [path, bytes] of files) {
    const lines = bytes.toString().split('\r\n');
    expect(lines.pop(), path).toBe('');
    for (const line of lines) {
      expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
  }
});

test('an event has schema.org data with its times in Việt Nam', () => {
  const { graph } = readHead(page(newsroom, '/su-kien/buoi-doi-sach-cu/'));
  expect(graph.find((thing) => thing['@type'] === 'Event')).toMatchObject({
    name: 'Buổi đổi sách cũ; mang ba cuốn, nhận ba cuốn',
    startDate: '2025-09-20T08:00:00+07:00',
    endDate: '2025-09-20T11:30:00+07:00',
    location: { '@type': 'Place', name: 'Sân nhà kho, số 1 đường Ví Dụ' },
  });
});

test('the next build is due at the end of an event; it leaves the home page, moves in the list, and its page does not change', async () => {
  const files = { 'events/dieu.md': event('from: 2026-12-01 08:00\nto: 2026-12-01 11:30') };
  const before = await build(files);
  expect(JSON.parse(before.get('build.json')?.toString() ?? '')).toEqual({ nextBuildAt: '2026-12-01T04:30:00.000Z' });
  const after = await build(files, { BUILD_TIME: '2026-12-01T04:30:00Z' });
  expect(main(page(after, '/su-kien/'))).toContain('Hiện không có sự kiện nào sắp diễn ra.');
  const changed = [...after].filter(([path, bytes]) => !before.get(path)?.equals(bytes)).map(([path]) => path);
  expect(changed).toEqual(['build.json', 'index.html', 'su-kien/index.html']);
});

test('a deadline is marked while it is open, and the next build is due when it ends', async () => {
  const files = { 'events/dieu.md': event('from: 2026-12-10\ndeadline: 2026-11-28 17:00') };
  const isMarked = (site: Map<string, Buffer>) =>
    ['/su-kien/', '/su-kien/dieu/'].map((address) => / class="(open|deadline)"><(h3|dt)>/.test(page(site, address)));
  const before = await build(files);
  expect(isMarked(before)).toEqual([true, true]);
  expect(JSON.parse(before.get('build.json')?.toString() ?? '')).toEqual({ nextBuildAt: '2026-11-28T10:00:00.000Z' });
  expect(isMarked(await build(files, { BUILD_TIME: '2026-11-28T10:00:00Z' }))).toEqual([false, false]);
});

test('a cancelled event is marked with the reason on its page, in lists, in metadata and in search', async () => {
  const CONTENT_DIR = contentFolder({
    'events/dieu.md': event('from: 2026-12-01 08:00\ndeadline: 2026-11-28\ncancelled: Mưa bão kéo dài & lũ.'),
  });
  const site = await buildAndReadSite(CONTENT_DIR);
  const html = page(site, '/su-kien/dieu/');
  const { metas, graph } = readHead(html);
  const { text } = parsePage(main(html));
  expect(text).toMatch(
    /Đã hủy: Hội thả diều Sự kiện này đã hủy\. Lý do: Mưa bão kéo dài & lũ\. Thời gian01 Tháng 12 08:00/,
  );
  expect(text).not.toContain('Hạn chót');
  expect(metas).toMatchObject({
    'og:title': ['Đã hủy: Hội thả diều'],
    description: ['Đã hủy: Hội thả diều. Lý do: Mưa bão kéo dài & lũ.'],
  });
  expect(graph.find((thing) => thing['@type'] === 'Event')).toMatchObject({
    name: 'Hội thả diều',
    startDate: '2026-12-01T08:00:00+07:00',
    eventStatus: 'https://schema.org/EventCancelled',
  });

  const list = parsePage(main(page(site, '/su-kien/')));
  expect(list.text).toMatch(
    /Sắp và đang diễn ra 01 Tháng 12 Đã hủy: Hội thả diều 08:00, Thứ Ba, 01\/12\/2026 Lý do hủy: Mưa bão kéo dài & lũ\./,
  );
  expect(list.links).toContain('/su-kien/dieu/');
  for (const path of ['su-kien/index.html', 'su-kien/dieu/index.html'])
    expect(await htmlErrors({ path, html: site.get(path)?.toString() ?? '' })).toEqual([]);
  expect(site.get('sitemap.xml')?.toString()).toContain('/su-kien/dieu/');

  expect(runScript('search', { CONTENT_DIR }, ['hội thả diều']).stdout).toBe(
    '1  /su-kien/dieu/  Đã hủy: Hội thả diều\n',
  );
  expect(runScript('search', { CONTENT_DIR }, ['mưa bão']).stdout).toContain('/su-kien/dieu/');
});

test('the iCalendar file of a cancelled event updates the event a calendar program already has', async () => {
  const lines = 'from: 2026-12-01 08:00\nplace: Bãi cỏ';
  const before = readCalendar(await build({ 'events/dieu.md': event(lines) }), 'dieu');
  const after = readCalendar(await build({ 'events/dieu.md': event(`${lines}\ncancelled: Mưa bão.`) }), 'dieu');
  expect(before.event.component.getFirstPropertyValue('status')).toBeNull();
  expect(after.event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(after.event.uid).toBe(before.event.uid);
  expect(after.event.sequence).toBeGreaterThan(before.event.sequence);
  expect([after.event.summary, after.event.description, after.event.location]).toEqual([
    'Đã hủy: Hội thả diều',
    'Lý do hủy: Mưa bão.',
    'Bãi cỏ',
  ]);
});

test('an empty list of events says so, and nothing links to it', () => {
  expect(main(page(union, '/su-kien/'))).toContain('Chưa có sự kiện nào được đăng tại đây.');
  expect(union.get('sitemap.xml')?.toString()).not.toContain('/su-kien/');
  for (const [path, bytes] of union)
    if (path.endsWith('.html')) expect(parsePage(bytes.toString()).links, path).not.toContain('/su-kien/');
  expect(parsePage(page(newsroom, '/')).links).toContain('/su-kien/');
});

test('a draft is marked and not indexed in a preview', async () => {
  const files = { 'events/dieu.md': event('from: 2026-12-01\ndraft: true') };
  const preview = await build(files, { PREVIEW: '1' });
  expect(elements(main(page(preview, '/su-kien/')), 'span')).toContainEqual({ class: 'state', text: 'BẢN NHÁP' });
  expect(readHead(page(preview, '/su-kien/dieu/')).metas['robots']).toEqual(['noindex']);
  expect(preview.get('sitemap.xml')?.toString()).not.toContain('/su-kien/dieu/');
  expect((await build(files)).has('su-kien/dieu/su-kien.ics')).toBe(false);
});

test.each([
  [
    'from: 2026-12-01\nto: 2026-11-30',
    '5:5 · lúc kết thúc trước lúc bắt đầu · sửa lại một trong hai ngày [thu-tu-ngay]',
  ],
  [
    'from: 2026-12-01\ndeadline: 2026-12-02',
    '5:11 · hạn chót sau khi sự kiện kết thúc · sửa lại một trong hai ngày [thu-tu-ngay]',
  ],
  ['to: 2026-12-01', '2:1 · thiếu lúc bắt đầu (from) · thêm dòng “from: 2026-12-01 08:00” [thieu-muc]'],
  [
    'from: 2026-12-01\ncancelled: 2026-11-25',
    '5:12 · lý do hủy (cancelled) phải nói vì sao hủy · viết như “cancelled: Vì …” [gia-tri]',
  ],
  [
    'from: 2026-12-01\ncancelled: true',
    '5:12 · lý do hủy (cancelled) phải nói vì sao hủy · viết như “cancelled: Vì …” [gia-tri]',
  ],
  ['from: 2026-12-01\nđã hủy: Mưa bão', '5:1 · không có mục nào tên “đã hủy” · có phải là “cancelled”? [muc-la]'],
  ['from: 2026-12-01\nđịa điểm: Bãi cỏ', '5:1 · không có mục nào tên “địa điểm” · có phải là “place”? [muc-la]'],
])('“%s” is reported with its position', async (lines, message) => {
  const findings = await checkFolder(contentFolder({ 'events/dieu.md': event(lines) }));
  expect(formatReport(findings, 'lines')).toBe(`events/dieu.md:${message}\n`);
});

test('the home page announces a deadline from thirty days before it until it has passed', async () => {
  const content = contentFolder({
    'events/hoi-thi.md': event('from: 2027-01-20\ndeadline: 2026-12-31 17:00'),
  });
  const at = async (time: string) => {
    const site = await buildAndReadSite(content, { BUILD_TIME: time });
    const [line] = elements(page(site, '/'), 'p').filter(({ class: name }) => name === 'deadline-line');
    return [line?.['text'], JSON.parse(site.get('build.json')?.toString() ?? '').nextBuildAt];
  };
  const [begins, passes] = ['2026-12-01T10:00:00.000Z', '2026-12-31T10:00:00.000Z'];
  expect(await at('2026-12-01T09:59:59Z')).toEqual([undefined, begins]);
  expect(await at(begins)).toEqual(['Hạn chót 31/12 Hội thả diều', passes]);
  expect((await at(passes))[0]).toBeUndefined();
});
