import type { Selector, SelectorComponent } from 'lightningcss';

/** What a component of a selector names, in the form of `printedWords`; undefined for what may be on any page. */
function wordOf(component: SelectorComponent): string | undefined {
  switch (component.type) {
    case 'type':
      return component.name;
    case 'class':
      return `.${component.name}`;
    case 'id':
      return `#${component.name}`;
    case 'attribute':
      return component.name.startsWith('data-') ? `[${component.name}]` : undefined;
    case 'pseudo-element':
      return component.kind === 'highlight-function' ? `.${component.name}` : undefined;
    default:
      return undefined;
  }
}

/** The selectors one of which has to match. */
function alternativesOf(component: SelectorComponent): readonly Selector[] | undefined {
  if (component.type !== 'pseudo-class') return undefined;
  return component.kind === 'is' || component.kind === 'where' || component.kind === 'has'
    ? component.selectors
    : undefined;
}

function canMatch(selector: Selector, words: ReadonlySet<string>): boolean {
  return selector.every((component) => {
    const word = wordOf(component);
    if (word !== undefined) return words.has(word);
    return alternativesOf(component)?.some((alternative) => canMatch(alternative, words)) ?? true;
  });
}

function wordsOf(selector: Selector): string[] {
  return selector.flatMap((component) => wordOf(component) ?? alternativesOf(component)?.flatMap(wordsOf) ?? []);
}

/** The words that the selectors of a style name. */
export async function selectorWords(css: string): Promise<Set<string>> {
  const words = new Set<string>();
  await visitSelectors(css, (selector) => {
    for (const word of wordsOf(selector)) words.add(word);
    return selector;
  });
  return words;
}

/**
 * The style without the selectors that match nothing where only `words` are printed. Lists inside a selector stay whole:
 * the most specific entry of `:is()` decides its weight.
 */
export function reduceCss(css: string, words: ReadonlySet<string>): Promise<string> {
  return visitSelectors(css, (selector) => (canMatch(selector, words) ? selector : []));
}

async function visitSelectors(css: string, visit: (selector: Selector) => Selector | Selector[]): Promise<string> {
  const { transform } = await import('lightningcss');
  const visitor = { Selector: visit };
  return transform({ filename: 'style.css', code: Buffer.from(css), minify: true, visitor }).code.toString();
}
