import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { run } from '#bench/fixtures/run-build.ts';
import { article } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../content-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { readSite } from './read-built.ts';
import { readHead, type Thing } from './read-head.ts';

const newsroom = readSite(inject('newsroomDir'));
const everyState = readSite(inject('everyStateDir'));
const union = readSite(inject('unionDir'));
const seedArticle = [...union.keys()].find((path) => path.startsWith('bai-viet/')) ?? '';
const head = (site: Map<string, Buffer>, path: string) => readHead(site.get(path)?.toString() ?? '');
const pagesOf = (site: Map<string, Buffer>) => [...site.keys()].filter((path) => path.endsWith('.html'));

test('an article says, where it is shared, all that Open Graph knows of an article', () => {
  const { metas, canonical } = head(union, seedArticle);
  expect(metas).toMatchObject({
    'og:type': ['article'],
    'og:locale': ['vi_VN'],
    'og:site_name': ['Liên hiệp các Hội Khoa học và Kỹ thuật Thái Bình'],
    'og:title': ['Liên hiệp Hội Thái Bình ký kêt chương trình phối hợp với Hiệp Hội Doanh nghiệp tỉnh'],
    'og:description': [expect.stringMatching(/^Chiều ngày 20\/6\/2018, /)],
    'og:url': [canonical],
    'article:published_time': ['2018-06-20T00:00:00+07:00'],
    'article:modified_time': ['2018-06-20T00:00:00+07:00'],
    'article:author': ['https://example.org/tac-gia/btt/'],
    'article:section': ['Tin tức - sự kiện'],
  });
  expect(metas['article:tag']).toBeUndefined();
});

test('an article that was corrected says when, and every tag by its name', () => {
  const { metas } = head(everyState, 'bai-viet/du-moi-dang/index.html');
  expect(metas['article:modified_time']).not.toEqual(metas['article:published_time']);
  expect(metas['article:tag']?.length).toBeGreaterThan(1);
});

test('an article with a cover is shared with it, in a format every machine reads, as large as it says', async () => {
  const { metas } = head(everyState, 'bai-viet/du-moi-dang/index.html');
  const [image = ''] = metas['og:image'] ?? [];
  expect(image).toMatch(/^https:\/\/example\.org\/hinh-anh\/[0-9a-f]{12}-\d+\.jpeg$/);
  const { format, width, height } = await sharp(everyState.get(new URL(image).pathname.slice(1))).metadata();
  expect(metas).toMatchObject({
    'og:image:type': [`image/${format}`],
    'og:image:width': [String(width)],
    'og:image:height': [String(height)],
    'twitter:card': ['summary_large_image'],
  });
  expect(metas['og:image:alt']?.[0]).not.toBe('');
  expect(metas['twitter:image:alt']).toEqual(metas['og:image:alt']);
});

test('a page that is no article says that it is a page of the site, and nothing of an article', () => {
  for (const path of pagesOf(newsroom).filter((page) => !page.startsWith('bai-viet/'))) {
    const { metas } = head(newsroom, path);
    expect(metas['og:type'], path).toEqual(['website']);
    expect(
      Object.keys(metas).filter((key) => key.startsWith('article:')),
      path,
    ).toEqual([]);
  }
});

test('every page has a picture to be shared with, and the site holds it', () => {
  for (const site of [newsroom, everyState, union])
    for (const path of pagesOf(site)) {
      const [image = ''] = head(site, path).metas['og:image'] ?? [];
      expect(site.has(image.replace('https://example.org/', '')), `${path} → ${image}`).toBe(true);
    }
});

const graphOf = (site: Map<string, Buffer>, path: string) => head(site, path).graph;
const thing = (graph: readonly Thing[], type: string) => graph.find((each) => each['@type'] === type);

test('an article is told of in schema.org’s words, with its day in Việt Nam and the union as its publisher', () => {
  const graph = graphOf(union, seedArticle);
  const url = `https://example.org/${seedArticle.replace('index.html', '')}`;
  expect(thing(graph, 'NewsArticle')).toMatchObject({
    mainEntityOfPage: url,
    headline: 'Liên hiệp Hội Thái Bình ký kêt chương trình phối hợp với Hiệp Hội Doanh nghiệp tỉnh',
    datePublished: '2018-06-20T00:00:00+07:00',
    dateModified: '2018-06-20T00:00:00+07:00',
    author: { '@type': 'Organization', name: 'BTT', url: 'https://example.org/tac-gia/btt/' },
    publisher: { '@id': thing(graph, 'Organization')?.['@id'] },
    articleSection: 'Tin tức - sự kiện',
    inLanguage: 'vi',
    isAccessibleForFree: true,
  });
  expect(thing(graph, 'Organization')).toEqual({
    '@type': 'Organization',
    '@id': 'https://example.org/#to-chuc',
    name: 'Liên hiệp các Hội Khoa học và Kỹ thuật Thái Bình',
    url: 'https://example.org/',
    address: 'Số 6A- Bồ Xuyên - TP. Thái Bình, Thái Bình.',
    telephone: ['02273740223', '02273731947', '02273733635'],
    faxNumber: '0227.3740.223',
  });
  expect(thing(graph, 'BreadcrumbList')?.['itemListElement']).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Trang chủ', item: 'https://example.org/' },
    { '@type': 'ListItem', position: 2, name: 'Tin tức - sự kiện', item: 'https://example.org/tin-tuc-su-kien/' },
    { '@type': 'ListItem', position: 3, name: expect.stringMatching(/^Liên hiệp Hội Thái Bình ký/) },
  ]);
});

test('an article without a picture of its own is not said to have that of the site', () => {
  expect(head(union, seedArticle).metas['og:image']).toEqual(head(union, 'index.html').metas['og:image']);
  expect(thing(graphOf(union, seedArticle), 'NewsArticle')).not.toHaveProperty('image');
});

test('a search for the site can be asked from where the site was found', () => {
  expect(thing(graphOf(union, 'index.html'), 'WebSite')).toMatchObject({
    potentialAction: {
      '@type': 'SearchAction',
      target: { urlTemplate: 'https://example.org/tim-kiem/?q={search_term_string}' },
      'query-input': 'required name=search_term_string',
    },
  });
});

test('only who is said to be a person is one: a board signs as an organisation', () => {
  const types = pagesOf(newsroom)
    .flatMap((path) => graphOf(newsroom, path))
    .flatMap(({ author }) => (author ? [author as Thing] : []))
    .map(({ '@type': type, name }) => `${name}: ${type}`);
  expect([...new Set(types)].sort()).toEqual([
    'BTT: Organization',
    'Ban Biên tập mẫu: Organization',
    'Liên hiệp hội tỉnh Mẫu: Organization',
    'Trần Thị Ví Dụ: Person',
    'Văn phòng Liên hiệp hội tỉnh Mẫu: Organization',
  ]);
});

test('a question that was answered is told of with its answer, and one that waits is not', () => {
  const [page] = graphOf(newsroom, 'hoi-dap/nuoc-gieng-loc-roi-con-mui-tanh/index.html').filter(
    (each) => each['@type'] === 'QAPage',
  );
  expect(page?.['mainEntity']).toMatchObject({
    name: 'Nước giếng đã lọc mà vẫn còn mùi tanh: phải làm sao?',
    text: expect.stringMatching(/^Nhà tôi đã làm bể lọc cát/),
    datePublished: '2025-02-11T00:00:00+07:00',
    author: { '@type': 'Person', name: 'Bạn đọc ở xã Minh Họa' },
    answerCount: 1,
    acceptedAnswer: {
      text: expect.stringMatching(/^Mùi tanh buổi sáng [^<]*\n/),
      datePublished: '2025-02-14T09:00:00+07:00',
      author: { '@type': 'Person', name: 'Trần Thị Ví Dụ' },
    },
  });
  expect(
    thing(graphOf(newsroom, 'hoi-dap/xin-tai-lieu-trong-sen-nuoi-ca/index.html'), 'QAPage'),
    'waits',
  ).toBeUndefined();
});

test('machines are told of no answer but on the page where readers find it', () => {
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  const told = pagesOf(newsroom).flatMap((path) => {
    const answers = graphOf(newsroom, path).flatMap((each) =>
      [...JSON.stringify(each).matchAll(/"@type":"Answer","text":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
        JSON.parse(text),
      ),
    );
    const shown = squeezed(DomUtils.innerText(parseDocument(newsroom.get(path)?.toString() ?? '').children));
    for (const answer of answers) expect(shown, path).toContain(squeezed(answer));
    return answers.map(() => path);
  });
  expect(told).toHaveLength(4);
});

test('whatever the data of a page refers to is told on the same page, or is a page of the site', () => {
  for (const path of pagesOf(newsroom)) {
    const graph = graphOf(newsroom, path);
    const ids = new Set(graph.map((each) => each['@id']));
    const text = JSON.stringify(graph);
    for (const [, id] of text.matchAll(/\{"@id":"([^"]+)"\}/g)) expect(ids, path).toContain(id);
    for (const [, address = ''] of text.matchAll(/"(?:url|item|mainEntityOfPage)":"https:\/\/example\.org\/([^"]*)"/g))
      expect(newsroom.has(`${address}index.html`), `${path} → ${address}`).toBe(true);
  }
});

test('a page that search engines are to leave out tells them of nothing, every other page of the site once', () => {
  for (const path of pagesOf(newsroom)) {
    const { metas, canonical, graph } = head(newsroom, path);
    const sites = graph.filter((each) => each['@type'] === 'WebSite');
    const isOfAnother = canonical !== `https://example.org/${path.replace(/(^|\/)index\.html$/, '$1')}`;
    expect(sites, path).toHaveLength(metas['robots'] || isOfAnother ? 0 : 1);
  }
});

test('an old address sends search engines on as it does readers, and keeps no page of its own from them', () => {
  const to = 'https://example.org/bai-viet/hoi-thao-khoa-hoc-ve-nuoi-ngao-ben-vung-tren-bai-trieu/';
  const { metas, canonical } = head(newsroom, 'tin-cu/nuoi-ngao.html');
  expect([metas['robots'], canonical]).toEqual([undefined, to]);
  expect(newsroom.get('sitemap.xml')?.toString()).not.toContain('/tin-cu/nuoi-ngao.html');
});

test('a draft in a preview tells machines of no news', () => {
  const content = contentFolder({ 'articles/nhap.md': article.replace('author:', 'draft: true\nauthor:') });
  const output = join(temporaryFolder(), 'site');
  const knobs = { CONTENT_DIR: content, OUTPUT_DIR: output, SITE_URL: 'https://example.org', PREVIEW: '1' };
  expect(run('build', knobs).status).toBe(0);
  expect(graphOf(readSite(output), 'bai-viet/nhap/index.html')).toEqual([]);
});

test('what a page tells machines stays as it is when newer articles come', () => {
  const older = { 'articles/cu.md': article.replace('2026-11-23', '2026-11-20') };
  const [before, after] = [older, { ...older, 'articles/moi.md': article }].map((files) => {
    const output = join(temporaryFolder(), 'site');
    const knobs = { CONTENT_DIR: contentFolder(files), OUTPUT_DIR: output, SITE_URL: 'https://example.org' };
    expect(run('build', knobs).status).toBe(0);
    return head(readSite(output), 'bai-viet/cu/index.html');
  });
  expect(after).toEqual(before);
});
