import type { Document, Element } from '@xmldom/xmldom';
import { childNamed, elementsNamed, wordValue } from './word-xml.ts';

/** The styles of a document, each with those that it is based on. */
export class WordStyles {
  readonly #styles = new Map<string, Element>();
  readonly #defaults: readonly Element[];
  readonly #defaultParagraph: string | undefined;

  constructor(styles: Document | undefined) {
    const all = styles ? elementsNamed(styles, 'w:style') : [];
    for (const style of all) this.#styles.set(style.getAttribute('w:styleId') ?? '', style);
    this.#defaults = styles ? elementsNamed(styles, 'w:rPrDefault') : [];
    const isDefault = (style: Element) =>
      style.getAttribute('w:type') === 'paragraph' && ['1', 'true'].includes(style.getAttribute('w:default') ?? '');
    this.#defaultParagraph = all.find(isDefault)?.getAttribute('w:styleId') ?? undefined;
  }

  /** A style and those that it is based on, the nearest first. */
  chain(id: string | undefined): Element[] {
    const chain: Element[] = [];
    for (let style = this.#styles.get(id ?? ''); style && !chain.includes(style); ) {
      chain.push(style);
      style = this.#styles.get(wordValue(style, 'w:basedOn') ?? '');
    }
    return chain;
  }

  /** The styles of a paragraph, the nearest first. */
  ofParagraph(paragraph: Element): Element[] {
    return this.chain(wordValue(childNamed(paragraph, 'w:pPr'), 'w:pStyle') ?? this.#defaultParagraph);
  }

  /** The font of a run for letters beyond ASCII, set in the run or in a style. */
  fontOf(run: Element, paragraph: Element | undefined): string {
    const properties = childNamed(run, 'w:rPr');
    const holders = [
      properties,
      ...[
        ...this.chain(wordValue(properties, 'w:rStyle')),
        ...(paragraph ? this.ofParagraph(paragraph) : []),
        ...this.#defaults,
      ].map((style) => childNamed(style, 'w:rPr')),
    ];
    for (const holder of holders) {
      const fonts = childNamed(holder, 'w:rFonts');
      const font = fonts?.getAttribute('w:hAnsi') || fonts?.getAttribute('w:ascii');
      if (font) return font;
    }
    return '';
  }
}
