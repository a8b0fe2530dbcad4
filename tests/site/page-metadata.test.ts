import { DomUtils, parseDocument } from 'htmlparser2';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../content-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { readHead, type SchemaThing } from './read-head.ts';
import { readSite } from './read-site.ts';

const newsroom = readSite(inject('newsroomDir'));
const everyState = readSite(inject('everyStateDir'));
const union = readSite(inject('unionDir'));
const seedArticle = [...union.keys()].find((path) => path.startsWith('bai-viet/')) ?? '';
const head = (site: Map<string, Buffer>, path: string) => readHead(site.get(path)?.toString() ?? '');
const pagesOf = (site: Map<string, Buffer>) => [...site.keys()].filter((path) => path.endsWith('.html'));

test('an article has all Open Graph properties of an article', () => {
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

test('a corrected article has its modification time and all its tags', () => {
  const { metas } = head(everyState, 'bai-viet/du-moi-dang/index.html');
  expect(metas['article:modified_time']).not.toEqual(metas['article:published_time']);
  expect(metas['article:tag']?.length).toBeGreaterThan(1);
});

test('the cover of an article is its Open Graph image, as JPEG with its real dimensions', async () => {
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

test('what an organisation or a document lacks is not in the JSON-LD, rather than as an empty list', () => {
  for (const [name, site] of Object.entries({ newsroom, everyState, union }))
    for (const path of pagesOf(site))
      expect(JSON.stringify(head(site, path).graph), `${name} ${path}`).not.toMatch(/:(\[\]|""|null)/);
});

test('a page that is no article has type website and no article properties', () => {
  for (const path of pagesOf(newsroom).filter((page) => !page.startsWith('bai-viet/'))) {
    const { metas } = head(newsroom, path);
    expect(metas['og:type'], path).toEqual(['website']);
    expect(
      Object.keys(metas).filter((key) => key.startsWith('article:')),
      path,
    ).toEqual([]);
  }
});

test('every page has an Open Graph image that exists in the site', () => {
  for (const site of [newsroom, everyState, union])
    for (const path of pagesOf(site)) {
      const [image = ''] = head(site, path).metas['og:image'] ?? [];
      expect(site.has(image.replace('https://example.org/', '')), `${path} → ${image}`).toBe(true);
    }
});

const graphOf = (site: Map<string, Buffer>, path: string) => head(site, path).graph;
const thing = (graph: readonly SchemaThing[], type: string) => graph.find((item) => item['@type'] === type);

test('an article has schema.org data with its date in Việt Nam and the union as publisher', () => {
  const graph = graphOf(union, seedArticle);
  const url = `https://example.org/${seedArticle.replace('index.html', '')}`;
  expect(thing(graph, 'NewsArticle')).toMatchObject({
    mainEntityOfPage: url,
    headline: 'Liên hiệp Hội Thái Bình ký kêt chương trình phối hợp với Hiệp Hội Doanh nghiệp tỉnh',
    datePublished: '2018-06-20T00:00:00+07:00',
    dateModified: '2018-06-20T00:00:00+07:00',
    author: { '@type': 'Organization', name: 'BTT', url: 'https://example.org/tac-gia/btt/' },
    publisher: { '@id': 'https://example.org/#to-chuc' },
    articleSection: 'Tin tức - sự kiện',
    inLanguage: 'vi',
    isAccessibleForFree: true,
  });
  expect(thing(graph, 'BreadcrumbList')?.['itemListElement']).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Trang chủ', item: 'https://example.org/' },
    { '@type': 'ListItem', position: 2, name: 'Tin tức - sự kiện', item: 'https://example.org/tin-tuc-su-kien/' },
    { '@type': 'ListItem', position: 3, name: expect.stringMatching(/^Liên hiệp Hội Thái Bình ký/) },
  ]);
});

test('the schema.org data of an article without a picture of its own does not have that of its category', () => {
  const ofCategory = head(newsroom, 'tin-tuc-su-kien/index.html').metas['og:image'];
  expect(head(newsroom, seedArticle).metas['og:image']).toEqual(ofCategory);
  expect(thing(graphOf(newsroom, seedArticle), 'NewsArticle')).not.toHaveProperty('image');
});

test('the home page describes the organisation, as site.yaml has it', () => {
  expect(thing(graphOf(union, 'index.html'), 'Organization')).toEqual({
    '@type': 'Organization',
    '@id': 'https://example.org/#to-chuc',
    name: 'Liên hiệp các Hội Khoa học và Kỹ thuật Thái Bình',
    url: 'https://example.org/',
    address: 'Số 6A- Bồ Xuyên - TP. Thái Bình, Thái Bình.',
    telephone: ['02273740223', '02273731947', '02273733635'],
    faxNumber: '0227.3740.223',
  });
});

test('the home page describes the search of the site as a SearchAction', () => {
  expect(thing(graphOf(union, 'index.html'), 'WebSite')).toMatchObject({
    potentialAction: {
      '@type': 'SearchAction',
      target: { urlTemplate: 'https://example.org/tim-kiem/?q={search_term_string}' },
      'query-input': 'required name=search_term_string',
    },
  });
});

test('an author is an organisation unless declared a person', () => {
  const types = pagesOf(newsroom)
    .flatMap((path) => graphOf(newsroom, path))
    .flatMap(({ author }) => (author ? [author as SchemaThing] : []))
    .map(({ '@type': type, name }) => `${name}: ${type}`);
  expect([...new Set(types)].sort()).toEqual([
    'BTT: Organization',
    'Ban Biên tập mẫu: Organization',
    'Liên hiệp hội tỉnh Mẫu: Organization',
    'Trần Thị Ví Dụ: Person',
    'Văn phòng Liên hiệp hội tỉnh Mẫu: Organization',
  ]);
});

test('an answered question has schema.org data with its answer; an unanswered one has none', () => {
  const [page] = graphOf(newsroom, 'hoi-dap/nuoc-gieng-loc-roi-con-mui-tanh/index.html').filter(
    (item) => item['@type'] === 'QAPage',
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
    'unanswered',
  ).toBeUndefined();
});

test('an answer in schema.org data is visible on the same page', () => {
  const withoutSpaces = (text: string) => text.replace(/\s+/g, '');
  const pagesWithAnswers = pagesOf(newsroom).flatMap((path) => {
    const answers = graphOf(newsroom, path).flatMap((item) =>
      [...JSON.stringify(item).matchAll(/"@type":"Answer","text":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
        JSON.parse(text),
      ),
    );
    const visibleText = withoutSpaces(DomUtils.innerText(parseDocument(newsroom.get(path)?.toString() ?? '').children));
    for (const answer of answers) expect(visibleText, path).toContain(withoutSpaces(answer));
    return answers.map(() => path);
  });
  expect(pagesWithAnswers).toHaveLength(4);
});

test('every reference in schema.org data leads to an item on the home page or to a page of the site', () => {
  const ids = new Set(graphOf(newsroom, 'index.html').map((item) => item['@id']));
  for (const path of pagesOf(newsroom)) {
    const graph = graphOf(newsroom, path);
    const text = JSON.stringify(graph);
    for (const [, id] of text.matchAll(/\{"@id":"([^"]+)"\}/g)) expect(ids, path).toContain(id);
    for (const [, address = ''] of text.matchAll(/"(?:url|item|mainEntityOfPage)":"https:\/\/example\.org\/([^"]*)"/g))
      expect(newsroom.has(`${address}index.html`), `${path} → ${address}`).toBe(true);
  }
});

test('an indexable page has schema.org data; a noindex page has none', () => {
  for (const path of pagesOf(newsroom)) {
    const { metas, canonical, graph } = head(newsroom, path);
    const hasOtherCanonical = canonical !== `https://example.org/${path.replace(/(^|\/)index\.html$/, '$1')}`;
    expect(graph.length > 0, path).toBe(!(metas['robots'] || hasOtherCanonical));
  }
});

test('only the home page describes the site, so that other pages are small', () => {
  const describing = pagesOf(newsroom).filter((path) => thing(graphOf(newsroom, path), 'WebSite'));
  expect(describing).toEqual(['index.html']);
});

test('an old address has a canonical link to the new one, without noindex', () => {
  const to = 'https://example.org/bai-viet/hoi-thao-khoa-hoc-ve-nuoi-ngao-ben-vung-tren-bai-trieu/';
  const { metas, canonical } = head(newsroom, 'tin-cu/nuoi-ngao.html');
  expect([metas['robots'], canonical]).toEqual([undefined, to]);
  expect(newsroom.get('sitemap.xml')?.toString()).not.toContain('/tin-cu/nuoi-ngao.html');
});

test('a draft in a preview has no schema.org data', async () => {
  const content = contentFolder({ 'articles/nhap.md': validArticle.replace('author:', 'draft: true\nauthor:') });
  expect(graphOf(await buildAndReadSite(content, { PREVIEW: '1' }), 'bai-viet/nhap/index.html')).toEqual([]);
});

test('newer articles do not change the metadata of an older one', async () => {
  const older = { 'articles/cu.md': validArticle.replace('2026-11-23', '2026-11-20') };
  const before = await buildAndReadSite(contentFolder(older));
  const after = await buildAndReadSite(contentFolder({ ...older, 'articles/moi.md': validArticle }));
  expect(head(after, 'bai-viet/cu/index.html')).toEqual(head(before, 'bai-viet/cu/index.html'));
});
