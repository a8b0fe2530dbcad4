import { compile } from 'css-select';
import { isTraversal, parse, type Selector, SelectorType } from 'css-what';
import { type AnyNode, type Document, type Element, isTag } from 'domhandler';

/** A selector, and what every element that it matches has: "#id", ".class", "[attribute" or the name of the element. */
interface CompiledSelector {
  readonly matches: (element: AnyNode) => boolean;
  readonly key?: string;
}

const compiled = new Map<string, CompiledSelector>();

/** The elements below a node, found by CSS selectors: each is tried only on those that have what its last part names. */
export class PageElements {
  readonly #all: Element[] = [];
  readonly #byKey = new Map<string, Element[]>();

  constructor(root: Document | Element) {
    const visit = (node: AnyNode): void => {
      if (isTag(node)) this.#add(node);
      if ('children' in node) for (const child of node.children) visit(child);
    };
    for (const child of root.children) visit(child);
  }

  /** In the order of the page. Throws an Error for what is no selector. */
  matching(selector: string): Element[] {
    const { matches, key } = compiledSelector(selector);
    return (key === undefined ? this.#all : (this.#byKey.get(key) ?? [])).filter(matches);
  }

  #add(element: Element): void {
    this.#all.push(element);
    const { name, attribs } = element;
    const classes = (attribs['class'] ?? '').split(/\s+/).map((each) => `.${each}`);
    const keys = [name, `#${attribs['id']}`, ...classes, ...Object.keys(attribs).map((attribute) => `[${attribute}`)];
    for (const key of new Set(keys)) {
      const elements = this.#byKey.get(key);
      if (elements) elements.push(element);
      else this.#byKey.set(key, [element]);
    }
  }
}

function compiledSelector(selector: string): CompiledSelector {
  const known = compiled.get(selector);
  if (known) return known;
  const [tokens = [], ...others] = parse(selector);
  const key = others.length === 0 ? keyOf(tokens) : undefined;
  const created = { matches: compile<AnyNode, Element>(selector), ...(key !== undefined && { key }) };
  compiled.set(selector, created);
  return created;
}

/** The key of the elements that a selector without commas can match. */
function keyOf(tokens: readonly Selector[]): string | undefined {
  const last = tokens.slice(tokens.findLastIndex(isTraversal) + 1);
  const keys = last.flatMap((token) => {
    if (token.type === SelectorType.Tag) return [token.name.toLowerCase()];
    if (token.type !== SelectorType.Attribute || token.action === 'not') return [];
    const isExact = token.ignoreCase === false || token.ignoreCase === 'quirks';
    if (isExact && token.name === 'id' && token.action === 'equals') return [`#${token.value}`];
    if (isExact && token.name === 'class' && token.action === 'element') return [`.${token.value}`];
    return [`[${token.name.toLowerCase()}`];
  });
  // An id or a class is rarer than an attribute, and that rarer than a name.
  const rank = (key: string) => ['#', '.', '['].indexOf(key.charAt(0)) >>> 0;
  return keys.sort((a, b) => rank(a) - rank(b))[0];
}
