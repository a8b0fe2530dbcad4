import { stripTypeScriptTypes } from 'node:module';
import { type Node, parse } from 'acorn';

/** A change of a piece of source text that a test should notice. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** What it does: "< → <=". */
  readonly description: string;
}

const operators: Readonly<Record<string, string>> = {
  ...{ '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' },
  ...{ '+': '-', '-': '+', '*': '/', '/': '*', '&&': '||', '||': '&&', '??': '&&' },
};

const methods: Readonly<Record<string, string>> = {
  ...{ some: 'every', every: 'some', min: 'max', max: 'min', startsWith: 'endsWith', endsWith: 'startsWith' },
  ...{ toLowerCase: 'toString', trim: 'toString', find: 'findLast', findLast: 'find', flatMap: 'map' },
};

/** A node of the syntax tree with the properties of its type. */
type AnyNode = Node & Readonly<Record<string, unknown>>;

/** All mutants of a module, in the order of its text. */
export function mutantsOf(source: string): Mutant[] {
  // Types become blanks, so every offset is that of the source.
  const code = stripTypeScriptTypes(source, { mode: 'strip' });
  const found: Mutant[] = [];
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as AnyNode, (node) => {
    found.push(...mutantsAt(node, source));
  });
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function visit(node: AnyNode, callback: (node: AnyNode) => void): void {
  callback(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, callback);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function mutantsAt(node: AnyNode, source: string): Mutant[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return operatorMutants(node, source);
    case 'Literal':
      return literalMutants(node);
    case 'UnaryExpression': {
      const argument = node['argument'] as AnyNode;
      return node['operator'] === '!' ? [mutant(node.start, argument.start, '', 'without !')] : [];
    }
    case 'IfStatement':
    case 'ConditionalExpression': {
      const { start, end } = node['test'] as AnyNode;
      return [mutant(start, end, `!(${source.slice(start, end)})`, 'condition negated')];
    }
    case 'ExpressionStatement':
      return isNode(node['expression']) && node['expression'].type === 'CallExpression'
        ? [mutant(node.start, node.end, ';', 'call left out')]
        : [];
    case 'MemberExpression': {
      const property = node['property'] as AnyNode;
      const other = node['computed'] ? undefined : methods[String(property['name'])];
      return other ? [mutant(property.start, property.end, other, `${String(property['name'])} → ${other}`)] : [];
    }
    default:
      return [];
  }
}

function operatorMutants(node: AnyNode, source: string): Mutant[] {
  const [left, right, operator] = [node['left'] as AnyNode, node['right'] as AnyNode, String(node['operator'])];
  const other = operators[operator];
  const start = source.indexOf(operator, left.end);
  if (!other || start < 0 || start >= right.start) return [];
  return [mutant(start, start + operator.length, other, `${operator} → ${other}`)];
}

function literalMutants({ start, end, value, regex }: AnyNode): Mutant[] {
  if (typeof value === 'boolean') return [mutant(start, end, String(!value), `${value} → ${!value}`)];
  if (typeof value === 'number') return [mutant(start, end, String(value + 1), `${value} → ${value + 1}`)];
  const { pattern, flags } = (regex ?? { pattern: '', flags: '' }) as { pattern: string; flags: string };
  if (pattern.startsWith('^') && pattern.length > 1)
    return [mutant(start, end, `/${pattern.slice(1)}/${flags}`, 'pattern without ^')];
  if (pattern.endsWith('$') && !pattern.endsWith('\\$'))
    return [mutant(start, end, `/${pattern.slice(0, -1)}/${flags}`, 'pattern without $')];
  return [];
}

function mutant(start: number, end: number, replacement: string, description: string): Mutant {
  return { start, end, replacement, description };
}
