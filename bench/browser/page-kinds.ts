import type { FixtureSite } from '../fixtures/build-fixture-sites.ts';

/** One page of each kind of the fixture newsroom. */
export const pageKinds = {
  home: '/',
  article: '/bai-viet/lien-hiep-hoi-thai-binh-ky-ket-chuong-trinh-phoi-hop-voi-hiep-hoi-doanh-nghiep-tinh/',
  'long article': '/bai-viet/dai-hoi-dai-bieu-toan-canh-mot-nhiem-ky-bai-rat-dai/',
  category: '/tin-tuc-su-kien/',
  'numbered page': '/tin-tuc-su-kien/trang-1/',
  'empty category': '/thong-bao/',
  author: '/tac-gia/btt/',
  tag: '/the/nong-nghiep/',
  archive: '/luu-tru/',
  year: '/luu-tru/2018/',
  month: '/luu-tru/2018/06/',
  questions: '/hoi-dap/',
  question: '/hoi-dap/nuoc-gieng-loc-roi-con-mui-tanh/',
  documents: '/van-ban/',
  'part of the documents': '/van-ban/nam-2026/',
  document: '/van-ban/quy-che-muon-va-tra-dung-cu-do/',
  'replaced document': '/van-ban/quy-che-muon-dung-cu-do/',
  events: '/su-kien/',
  event: '/su-kien/hoi-tha-dieu-giay/',
  'standing page': '/gioi-thieu/',
  'page in English': '/about/',
  directory: '/lanh-dao/',
  statistics: '/thong-ke/',
  feeds: '/rss/',
  search: '/tim-kiem/',
  'site map': '/so-do-trang/',
  accessibility: '/tro-nang/',
  privacy: '/quyen-rieng-tu/',
  'no network': '/khong-co-mang/',
  'withdrawn article': '/bai-viet/lich-hop-thang-ba-da-go/',
  'not found': '/khong-co-trang-nay/',
};

/** The article of tests/fixtures/every-state with every feature of an article. */
export const fullArticleAddress = '/bai-viet/du-moi-dang/';

/** A page of a kind and the built site it belongs to. */
export interface FixturePage {
  readonly site: FixtureSite;
  readonly kind: string;
  readonly address: string;
}

/** A page of every kind, and variants with very little or with all content. */
export const fixturePages: readonly FixturePage[] = [
  ...Object.entries(pageKinds).map(([kind, address]) => ({ site: 'newsroom', kind, address }) as const),
  { site: 'union', kind: 'home of one article', address: '/' },
  { site: 'union', kind: 'first article', address: pageKinds.article },
  { site: 'every-state', kind: 'home of two articles', address: '/' },
  { site: 'every-state', kind: 'full article', address: fullArticleAddress },
];

/** The kinds that are noindex. */
export const noindexKinds: readonly string[] = [
  'withdrawn article',
  'not found',
  'no network',
] satisfies (keyof typeof pageKinds)[];
