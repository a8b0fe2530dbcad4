import { globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';

/** Which layers the files of a layer may import, besides their own; the lowest come first. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  vietnamese: [],
  news: ['vietnamese'],
  search: ['vietnamese'],
  layouts: ['news', 'vietnamese'],
  'assets/js': ['search', 'vietnamese', 'news/old-address.ts'],
  'counter/core': [],
  'counter/node': ['counter/core'],
  'counter/workers': ['counter/core'],
  // The stages of a build, in their order: each may use those before it.
  site: ['news', 'vietnamese'],
  'site/cache': ['site', 'news'],
  'site/markdown': ['vietnamese'],
  'site/repair': ['site', 'site/markdown', 'news', 'vietnamese'],
  'site/duplicates': ['site/similarity/bloom-filtered-map.ts', 'vietnamese'],
  'site/read': ['site', 'site/cache', 'site/duplicates', 'site/markdown', 'site/repair', 'news', 'vietnamese'],
  'site/assets': ['site', 'news'],
  'site/pictures': ['site', 'site/cache', 'site/read', 'layouts', 'news', 'vietnamese'],
  'site/redirects': ['site', 'site/assets', 'news'],
  'site/body': [
    ...['site', 'site/assets', 'site/markdown', 'site/pictures', 'site/read'],
    ...['layouts', 'news', 'vietnamese'],
  ],
  'site/pages': [
    ...['site', 'site/assets', 'site/body', 'site/cache', 'site/pictures', 'site/read', 'site/redirects'],
    ...['layouts', 'news', 'vietnamese'],
  ],
  'site/search': ['site', 'site/assets', 'site/cache', 'site/markdown', 'site/read', 'search', 'news', 'vietnamese'],
  'site/similarity': ['site/cache', 'site/read', 'site/search', 'search', 'news', 'vietnamese'],
  'site/deployment': ['site', 'site/read', 'site/repair', 'news', 'vietnamese'],
  'site/check': [
    ...[
      'site',
      'site/assets',
      'site/cache',
      'site/deployment',
      'site/markdown',
      'site/pages',
      'site/pictures',
      'site/read',
      'site/redirects',
      'site/repair',
    ],
    ...['site/duplicates', 'news', 'vietnamese'],
  ],
  'site/build': [
    ...[
      'site',
      'site/assets',
      'site/cache',
      'site/check',
      'site/desk',
      'site/deployment',
      'site/pages',
      'site/pictures',
    ],
    ...['site/read', 'site/redirects', 'site/search', 'site/similarity', 'layouts', 'news', 'vietnamese'],
  ],
  'site/verification': [
    ...['site', 'site/assets', 'site/build/precompress.ts', 'site/deployment', 'site/redirects', 'news', 'vietnamese'],
  ],
  'site/offline': ['site', 'site/assets', 'layouts', 'news', 'vietnamese'],
  'site/scaffold': ['site', 'news', 'vietnamese'],
  'site/send': [
    ...['site', 'site/cache', 'site/check', 'site/deployment', 'site/read', 'site/scaffold'],
    ...['news', 'vietnamese'],
  ],
  'site/import': ['site', 'site/pictures', 'site/scaffold', 'news', 'vietnamese'],
  'site/guide': ['site', 'site/cache', 'site/check', 'site/read', 'news'],
  'site/upgrade': ['site', 'site/cache', 'site/read', 'news'],
  'site/desk': ['site', 'site/assets', 'site/cache', 'site/import', 'site/read', 'desk', 'layouts', 'news'],
  desk: [
    ...[
      'site',
      'site/assets',
      'site/body',
      'site/cache',
      'site/import',
      'site/markdown',
      'site/pages',
      'site/pictures',
    ],
    ...['site/read', 'site/repair', 'site/scaffold', 'layouts', 'news', 'vietnamese'],
  ],
  server: ['site', 'site/assets', 'site/build', 'counter/core', 'counter/node', 'news/old-address.ts'],
  'server/announce': ['site', 'news'],
  'server/preview': [
    ...['server', 'site', 'site/assets', 'site/build', 'site/cache', 'site/desk', 'site/pages', 'layouts', 'news'],
  ],
  scripts: ['site', 'site/*', 'server', 'server/*', 'counter/core', 'counter/node', 'search', 'news', 'vietnamese'],
  bench: [
    'bench/*',
    'site',
    'site/*',
    'server',
    'counter/core',
    'counter/node',
    'layouts',
    'search',
    'news',
    'vietnamese',
  ],
};

const layers = Object.keys(mayImport);

/** What keeps a layer pure: none of Node's modules. */
const withoutNode = [
  'vietnamese',
  'news',
  'search',
  'layouts',
  'assets/js',
  'counter/core',
  'site/similarity',
  'site/duplicates',
  'desk',
];

/** The layer of a file: the longest name of a layer that its path begins with, "site" only for its loose files. */
function layerOf(file: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  if (layers.includes(folder)) return folder;
  const layer = layers
    .filter((each) => each !== 'site' && folder.startsWith(`${each}/`))
    .sort((a, b) => b.length - a.length);
  return layer[0] ?? folder;
}

/** Every source file and the modules it imports, types included: files of the repository, or packages. */
function imports(): Map<string, string[]> {
  const files = globSync('{assets,bench,counter,desk,layouts,news,scripts,search,server,site,vietnamese}/**/*.ts', {
    cwd: projectRoot,
  });
  const found = files.sort().map((file): [string, string[]] => {
    const text = readFileSync(join(projectRoot, file), 'utf8');
    const specifiers = text.matchAll(/(?:\bfrom |\bimport\(|^import )'([^']+)'/gm);
    return [file, Array.from(specifiers, ([, specifier = '']) => pathOf(specifier, file))];
  });
  return new Map(found);
}

function pathOf(specifier: string, importer: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? normalize(join(importer, '..', specifier)) : specifier;
}

const graph = imports();

test.each(layers)('%s imports only the layers it may know', (layer) => {
  const allowed = [layer, ...(mayImport[layer] ?? [])];
  const isAllowed = (target: string) => {
    const there = layerOf(target);
    return allowed.some(
      (each) => each === there || each === target || (each.endsWith('/*') && there.startsWith(each.slice(0, -1))),
    );
  };
  const wrong = Array.from(graph)
    .filter(([file]) => layerOf(file) === layer)
    .flatMap(([file, targets]) =>
      targets.filter((target) => graph.has(target) && !isAllowed(target)).map((target) => `${file} → ${target}`),
    );
  expect(wrong).toEqual([]);
});

test.each(withoutNode)('%s runs without Node', (layer) => {
  const wrong = Array.from(graph)
    .filter(([file]) => layerOf(file) === layer)
    .filter(([, targets]) => targets.some((target) => target.startsWith('node:') && target !== 'node:crypto'))
    .map(([file]) => file);
  expect(wrong).toEqual([]);
});

test('site/verification asks and compares with Node alone', () => {
  const ofVerification = Array.from(graph).filter(([file]) => layerOf(file) === 'site/verification');
  const packages = ofVerification.flatMap(([, targets]) =>
    targets.filter((target) => !target.startsWith('node:') && !graph.has(target)),
  );
  expect(packages).toEqual([]);
});

/** The files of a circle of imports below a file, from the first file that comes again; undefined where there is none. */
function circleFrom(file: string, path: readonly string[], done: Set<string>): readonly string[] | undefined {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (done.has(file)) return undefined;
  for (const target of graph.get(file) ?? []) {
    const circle = circleFrom(target, [...path, file], done);
    if (circle) return circle;
  }
  done.add(file);
  return undefined;
}

test('no file imports itself through others, not even a type', () => {
  const done = new Set<string>();
  expect([...graph.keys()].map((file) => circleFrom(file, [], done)).find((circle) => circle)).toBeUndefined();
});
