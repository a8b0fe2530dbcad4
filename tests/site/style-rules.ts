/** A selector with the conditions under which its rule applies. */
export interface StyleRule {
  readonly condition: string;
  readonly selector: string;
}

/** The selectors of a minified style, each entry of a list by itself, nested ones in full. */
export function styleRules(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  const blocks: { readonly condition: string; readonly selectors: readonly string[] }[] = [];
  for (const [, opening] of css.replace(/\\./g, '').matchAll(/([^{};]*)\{|\}/g)) {
    if (opening === undefined) {
      blocks.pop();
      continue;
    }
    const { condition, selectors: outer } = blocks.at(-1) ?? { condition: '', selectors: [] };
    if (opening.startsWith('@')) {
      blocks.push({ condition: condition + opening, selectors: outer });
      continue;
    }
    const selectors = splitList(opening).flatMap((selector) =>
      outer.length > 0 ? outer.map((parent) => nested(selector, parent)) : selector,
    );
    if (!/^@(font-face|page)/.test(condition)) rules.push(...selectors.map((selector) => ({ condition, selector })));
    blocks.push({ condition, selectors });
  }
  return rules;
}

function nested(selector: string, parent: string): string {
  return selector.includes('&') ? selector.replaceAll('&', parent) : `${parent} ${selector}`;
}

/** The entries of a selector list: a comma in parentheses belongs to an entry. */
function splitList(list: string): string[] {
  const entries = [''];
  let depth = 0;
  for (const letter of list) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === ',' && depth === 0) entries.push('');
    else entries.push(entries.pop() + letter);
  }
  return entries;
}
