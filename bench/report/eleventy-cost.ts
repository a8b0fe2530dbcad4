import { markdownTable } from './markdown-table.ts';

/** Eleventy's work per page besides rendering, as a share of the CPU of the main thread in a full build, in percent. */
const perPage = [
  {
    what: 'data of a page read and written through two proxies',
    where: 'Util/Objects/ProxyWrap.js:47, :102',
    share: 1.4,
  },
  {
    what: 'a template cloned for each page, its entry, its output location',
    where: 'Template.js:1017, :777, :311',
    share: 1.1,
  },
  {
    what: 'maps of addresses, checks of file names, loops over all pages',
    where: 'TemplateMap.js:256, :310, :539',
    share: 1.4,
  },
  { what: 'compiling and timing around each render', where: 'TemplateContent.js:450, :631', share: 1.4 },
  { what: 'pagination: links to the pages before and after', where: 'Plugins/Pagination.js:256', share: 1.1 },
  { what: 'permalinks, paths normalised', where: 'TemplatePermalink.js:79, :142', share: 0.7 },
  {
    what: 'the slug of the template, found again for each clone, twice',
    where: 'TemplateFileSlug.js:5, Template.js:60, :71',
    share: 0.8,
  },
  {
    what: 'all else: engine, timers, transforms, dependency graph, search for files, configuration',
    where: 'Engines/, Benchmark/, Util/, TemplateRender.js, EleventyFiles.js',
    share: 1.8,
  },
];

/** The section of docs/bench.md on the CPU time of Eleventy, and on what was optimized. */
export function eleventyCost(): string {
  const total = perPage.reduce((sum, { share }) => sum + share, 0);
  const rows = perPage.map(({ what, where, share }) => [what, where, percent(share)]);
  return `Beside printing and writing, Eleventy 3.1.8 takes ${percent(total)} of the CPU of the main thread of a full build of the core, 10,000
articles: 12,053 pages, then 500 at a time. Taken on 2026-11-26 from three CPU profiles of Node (\`--cpu-prof\`), means: each sample counts for
the innermost function of Eleventy's \`src/\` that has no code of ours below it, so its collected garbage is not in it.

${markdownTable(['', 'where', 'of a full build'], [...rows, ['together', '', percent(total)]])}
No public option spares these. What one did spare:

- **Writing** was 10 % (\`Template.js:858\`, \`Util/FileSystemManager.js:28\`: a look for the folder of each file, then a synchronous write):
  \`toJSON()\` hands the pages over, and a thread writes them.
- **Templates imported anew** by each Eleventy (\`Engines/JavaScript.js:98\`, \`Util/Require.js:75\`), 26 modules that Node never forgets:
  \`addTemplate()\` takes functions.
- **Beginning again** with each batch: one Eleventy prints many (\`Eleventy.js:1379\`). What is begun once is 0.4 %.
- **Large batches**: 2,000 pages at a time took 7 % more CPU of the main thread than 500, 5,000 some 12 %; fewer than 500 the same. Memory
  decides for a hundred, as it is now: 0.6 GB at most where 250 took 1.1 GB, 500 1.3 GB and 5,000 2.2 GB, for the text of so few pages is
  gone before V8 counts it as old.
- **What it remembers** of each page it ever printed, some 2 kB: after five thousand another Eleventy goes on.

A build of few pages pays for loading Eleventy, some 300 modules with what it loads: a fifth of the CPU of a build of a small site, compiled
code kept; the same 0.1 s are 1 % of a full build. Beginning and printing seven pages is a third of that.
`;
}

function percent(share: number): string {
  return `${share.toFixed(1)} %`;
}
