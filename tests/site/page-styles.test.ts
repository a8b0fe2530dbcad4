import { brotliCompressSync } from 'node:zlib';
import { selectOne } from 'css-select';
import { parseDocument } from 'htmlparser2';
import { expect, inject, test } from 'vitest';
import { siteColors } from '#news/site-colors.ts';
import { selectorWords } from '#site/assets/reduce-css.ts';
import { completeStylesheet, savedArticleStylesheet } from '#site/assets/stylesheet.ts';
import { readSite } from './read-site.ts';
import { type StyleRule, styleRules } from './style-rules.ts';

const pages = (['newsroomDir', 'everyStateDir', 'unionDir'] as const).flatMap((folder) => {
  const site = readSite(inject(folder));
  const textOf = (path: string) => site.get(path)?.toString() ?? '';
  return [...site.keys()]
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({ folder, path, html: textOf(path), textOf }));
});
const styleOf = (html: string) => /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
const completeCss = await completeStylesheet(siteColors());
const complete = styleRules(completeCss);
const nameOf = ({ condition, selector }: StyleRule) => `${condition} ${selector}`;
const namesByStyle = new Map(
  [...new Set(pages.map(({ html }) => styleOf(html)))].map((css) => [css, new Set(styleRules(css).map(nameOf))]),
);

/** A selector without what depends on the state of an element, and without its parts that are no elements. */
function inAnyState(selector: string): string {
  return selector
    .replace(/::?(before|after|placeholder|details-content|-webkit-details-marker|-webkit-search-cancel-button)/g, '')
    .replace(/:(hover|focus-visible|focus-within|focus|checked|placeholder-shown)/g, '')
    .replace(/\[(open|data-size|data-contrast)[^\]]*\]/g, '')
    .replace(/(^|[\s>~+(,])(?=[\s>~+),]|$)/g, '$1*');
}

/** The classes and tags without which a selector matches nothing. */
function isPossible(selector: string, html: string): boolean {
  const certain = selector.replace(/\([^()]*(\([^()]*\)[^()]*)*\)/g, '');
  const classes = [...certain.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
  return classes.every((name) => html.includes(name));
}

/** Classes of elements whose names are also values in scripts that create no such element. */
const otherValues = ['.more', '.all', '.button'];

/** The tags and classes of the elements that a minified script may create. */
function addedWords(script: string): string[] {
  const tags = [...script.matchAll(/createElement(?:NS)?\([^"()]*"(\w+)"\)/g)].map(([, tag = '']) => tag);
  const texts = [...script.matchAll(/"([a-z][\w -]*)"/g)].flatMap(([, text = '']) => text.split(' '));
  return [...tags, ...texts.map((name) => `.${name}`).filter((name) => !otherValues.includes(name))];
}

test('no element on any page is without its rules', () => {
  const missing = new Set<string>();
  for (const { folder, path, html } of pages) {
    const names = namesByStyle.get(styleOf(html));
    const lacking = complete.filter((rule) => !names?.has(nameOf(rule)) && isPossible(rule.selector, html));
    const document = parseDocument(html);
    for (const rule of lacking)
      if (selectOne(inAnyState(rule.selector), document)) missing.add(`${folder} ${path}: ${nameOf(rule)}`);
  }
  expect([...missing]).toEqual([]);
});

test('no element that a script adds to a page is without its rules', async () => {
  const named = await selectorWords(completeCss);
  const missing = new Set<string>();
  for (const [css, ofStyle] of Map.groupBy(pages, ({ html }) => styleOf(html))) {
    const words = await selectorWords(css);
    const scripts = ofStyle.flatMap(({ html, textOf }) =>
      [...html.matchAll(/<script src="\/([^"]+)"/g)].map(([, path = '']) => [path, textOf(path)] as const),
    );
    for (const [path, script] of new Map(scripts))
      for (const word of addedWords(script))
        if (named.has(word) && !words.has(word)) missing.add(`${path} on ${ofStyle[0]?.path}: ${word}`);
  }
  expect([...missing]).toEqual([]);
});

test('no rule of the stylesheet is in no style', () => {
  const used = new Set([...namesByStyle.values()].flatMap((names) => [...names]));
  expect(complete.map(nameOf).filter((name) => !used.has(name))).toEqual([]);
});

test('a site has at most six styles of at most 6 KB', () => {
  for (const folder of new Set(pages.map((page) => page.folder))) {
    const styles = new Set(pages.filter((page) => page.folder === folder).map(({ html }) => styleOf(html)));
    expect(styles.size, folder).toBeLessThanOrEqual(6);
    for (const style of styles) expect(brotliCompressSync(style).length).toBeLessThanOrEqual(6_144);
  }
});

test('letters keep their size when an iPhone is turned to its side', async () => {
  for (const css of [...namesByStyle.keys(), await savedArticleStylesheet(siteColors())])
    expect(css).toContain('-webkit-text-size-adjust:100%');
});

test('WebKit keeps no room for its button in an empty search field, which would cut off the placeholder', () => {
  expect(completeCss).toContain(':placeholder-shown::-webkit-search-cancel-button{display:none}');
});
