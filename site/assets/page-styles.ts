import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Organisation } from '#news/organisation.ts';
import { projectRoot } from '#site/settings.ts';
import { printedWords } from './printed-words.ts';
import { reduceCss, selectorWords } from './reduce-css.ts';
import { completeStylesheet } from './stylesheet.ts';

/** A style for the pages on which it lacks nothing. */
export interface ReducedStyle {
  /** Minified. */
  readonly css: string;
  /** A regular expression: what it finds in the HTML of a page has rules that this style lacks. */
  readonly lacks: string;
}

const components = (names: string) => names.split(' ').map((name) => `layouts/components/${name}.ts`);
const views = (names: string) => names.split(' ').map((name) => `layouts/${name}.ts`);
const scripts = (names: string) => names.split(' ').map((name) => `assets/js/${name}.ts`);
const markdown = [
  'site/markdown/sanitize-body.ts',
  'site/markdown/render-body.ts',
  'site/markdown/add-footnote-rules.ts',
];

/** What prints the parts of every page of a site. */
function frameSources({ logo, sisterUnions }: Organisation): string[] {
  return [
    ...views('frame'),
    ...components('masthead title-html sidebar contact-links footer link-list fact-line'),
    ...components(logo ? 'logo-picture' : 'site-logo'),
    ...(sisterUnions.length > 0 ? components('sister-unions') : []),
    ...scripts('restore-choices text-size contrast add-cached-notice'),
  ];
}

const articleSources = [
  ...views('article offline'),
  ...components('breadcrumb source-line see-also'),
  ...scripts('add-cached-pages'),
];

/** What prints the content of the pages of each style, and what scripts add to it. */
export const styleSources: Readonly<Record<string, readonly string[]>> = {
  firstDays: [...views('home'), ...components('lead-story organisation-facts story-block')],
  frontPage: [
    ...views('home'),
    ...components('lead-story organisation-facts story-block story-title short-date-element newest-stories'),
    ...components('deadline-line upcoming-events event-card event-day event-times new-documents'),
    ...components('front-blocks most-read-list question-links picture motif-picture old-address-redirect'),
  ],
  article: articleSources,
  item: [
    ...[...articleSources, ...markdown],
    ...views('document event question standing-page'),
    ...components('attachments table-of-contents picture gallery video facts event-day event-times'),
  ],
  list: [
    ...views('list archive question-list event-list'),
    ...components('breadcrumb article-card picture motif-picture event-card event-day event-times'),
  ],
  tool: [
    ...views('search document-register statistics subscriptions directory not-found'),
    ...components('breadcrumb bar-chart most-read-list data-not-stored article-card picture old-address-redirect'),
    ...scripts('search search-result-item document-register'),
  ],
};

/** Elements of plain text, which articles have without Markdown of their own. */
const plainText = '<p><h2><h3><ul><ol><li><a><strong><em><br>';

/** The styles of pages, smallest first. */
export async function pageStyles(organisation: Organisation, base: string): Promise<ReducedStyle[]> {
  const complete = (await completeStylesheet(organisation.colors)).replaceAll('url(/chu/', `url(${base}/chu/`);
  const named = await selectorWords(complete);
  const frame = await wordsOf(frameSources(organisation));
  const styles = await Promise.all(
    Object.values(styleSources).map(async (sources) => {
      const words = new Set([...frame, ...printedWords(plainText), ...(await wordsOf(sources))]);
      return { css: await reduceCss(complete, words), lacks: pattern([...named].filter((word) => !words.has(word))) };
    }),
  );
  return styles.sort((a, b) => a.css.length - b.css.length);
}

async function wordsOf(sources: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(sources.map((source) => readFile(join(projectRoot, source), 'utf8')));
  return texts.flatMap((text) => [...printedWords(text)]);
}

/** A regular expression for elements with one of these tags, classes, ids or data attributes. */
function pattern(words: readonly string[]): string {
  const named = (form: RegExp) => words.flatMap((word) => form.exec(word)?.[1] ?? []).join('|');
  const [tags, classes, ids, data] = [/^(\w+)$/, /^\.(.+)$/, /^#(.+)$/, /^\[(.+)\]$/].map(named);
  return [
    tags && `<(?:${tags})[\\s>]`,
    classes && `class="(?:[^"]* )?(?:${classes})[ "]`,
    ids && `id="(?:${ids})"`,
    data && ` (?:${data})[\\s=>]`,
  ]
    .filter((part) => part)
    .join('|');
}
