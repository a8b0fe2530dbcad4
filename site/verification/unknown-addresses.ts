import { type BuiltSite, isPage, targetOf } from './built-site.ts';

/**
 * Names under which sites that were broken into serve what is not theirs: gambling pages, programs that were planted, and
 * sitemaps of them.
 */
const typicalNames = [
  ...['tai-xiu/', 'nha-cai/', 'nha-cai-uy-tin.html', 'ca-cuoc-bong-da/', 'no-hu-doi-thuong', 'game-bai-doi-thuong/'],
  ...[
    'soi-cau-mien-bac/',
    'xoc-dia-online.html',
    'casino/',
    'slot/',
    'bong88/',
    'w88/',
    'kubet/',
    '8xbet/',
    'fun88.html',
  ],
  ...['ca-do-bong-da/', 'lo-de/', 'xo-so/', 'danh-bai/', 'ban-ca/', 'baccarat/', 'poker/', 'keo-nha-cai/', 'ads.txt'],
  ...['index.php', 'index.php/tai-xiu', 'tai-xiu/index.php', 'wp-login.php', 'wp-content/uploads/index.php'],
  ...['.well-known/index.php', 'images/cache.php', 'css/style.php', 'default.aspx'],
  ...['sitemap_index.xml', 'sitemap-index.xml', 'sitemaps.xml', 'wp-sitemap.xml', 'sitemap.php', 'sitemap.txt'],
];

/** Queries by which planted programs answer at the address of a page that exists. */
const typicalQueries = [
  ...['p=123', 'tai-xiu', 's=nha-cai', 'page_id=88&id=5', 'casino.html', 'amp=1', '88bet/'],
  // What advertisements and social networks add.
  ...['utm_source=google', 'gclid=a1', 'fbclid=a1'],
];

/** How many folders without a page are asked for. */
const mostFolders = 200;

/** Some addresses of a list, spread over all of it; another choice with another seed. */
export function spread<Item>(all: readonly Item[], count: number, seed: number): Item[] {
  if (all.length <= count) return [...all];
  const step = all.length / count;
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * step + seed) % all.length)]).flatMap(
    (item) => (item === undefined ? [] : [item]),
  );
}

/** Addresses that the site does not have, without its path. `name` is a word that nobody knows beforehand. */
export function unknownAddresses(site: BuiltSite, name: string, seed: number): string[] {
  const known = new Set(site.files.map(({ address }) => address));
  const pages = site.files.filter(isPage).map(({ address }) => address);
  const folders = spread(
    pages.filter((address) => address !== '/' && address.endsWith('/')),
    12,
    seed,
  );
  const made = [
    ...[`/${name}`, `/${name}/`, `/${name}.html`, `/${name}.php`, `/${name}/${name}-123.html`, `/${name}.jpg`],
    ...[`/2026/11/${name}/`, `/en/${name}/`, `/ja/${name}.html`, `/product/${name}/`, `/hinh-anh/${name}.php`],
    ...typicalNames.map((typical) => `/${typical}`),
    ...folders.flatMap((folder) => [`${folder}${name}/`, `${folder}${name}.php`, `${folder}tai-xiu/`]),
  ];
  return [...new Set([...made, ...spread(site.foldersWithoutPage, mostFolders, seed)])].filter(
    (address) => !known.has(address) && !known.has(`${address}/`) && targetOf(site, address, '') === undefined,
  );
}

/** Addresses of pages with a query, which must answer like the page alone; each with the file of the page. */
export function addressesWithQuery(site: BuiltSite, name: string, seed: number) {
  const pages = site.files.filter(isPage);
  const home = pages.filter(({ address }) => address === '/');
  const others = spread(
    pages.filter(({ address }) => address !== '/'),
    4,
    seed,
  );
  return [
    ...home.flatMap((file) => [...typicalQueries, `${name}=1`].map((query) => ({ file, query }))),
    ...others.flatMap((file) => ['tai-xiu', 'id=5'].map((query) => ({ file, query }))),
  ].filter(({ file, query }) => targetOf(site, file.address, query) === undefined);
}

/** Other spellings of the addresses of some pages, without the path of the site: "/tin" and "/tin/index.html" of "/tin/". */
export function otherSpellings(site: BuiltSite, seed: number) {
  const pages = site.files.filter((file) => isPage(file) && file.address.endsWith('/'));
  return spread(pages, 10, seed).flatMap((file) => {
    const spellings = [`${file.address}index.html`, ...(file.address === '/' ? [] : [file.address.slice(0, -1)])];
    return spellings
      .filter((address) => targetOf(site, address, '') === undefined)
      .map((address) => ({ file, address }));
  });
}

/** The other roots under which a site on the web can be asked for: by http, and with or without "www." */
export function otherRoots(root: URL): URL[] {
  if (root.protocol !== 'https:' || root.port !== '') return [];
  const { hostname } = root;
  const other = hostname.startsWith('www.') ? hostname.slice('www.'.length) : `www.${hostname}`;
  return [`http://${hostname}`, `https://${other}`, `http://${other}`].map((origin) => new URL(root.pathname, origin));
}
