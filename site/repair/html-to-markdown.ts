import { createRequire } from 'node:module';
import type TurndownService from 'turndown';
import { type HtmlPart, markOf } from './html-tags.ts';

const require = createRequire(import.meta.url);

/** Markdown for a block of HTML; a table becomes rows with as many cells as it has. */
export function htmlToMarkdown(html: string): string {
  // Loaded on demand: few bodies contain such HTML.
  const Converter: typeof TurndownService = require('turndown');
  const converter = new Converter({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    hr: '---',
    br: lineBreak,
  });
  converter.keep(['sub', 'sup', 'u', 'mark', 'small', 'abbr', 'ins', 'kbd', 's']);
  converter.addRule('marked', {
    filter: (node) => markOf(partOf(node))[0] !== '',
    replacement: (content, node) => markOf(partOf(node as HTMLElement)).join(content),
  });
  // Google Docs wraps a whole text in bold that its style takes back.
  converter.addRule('not bold', {
    filter: (node) => /^(B|STRONG)$/.test(node.nodeName) && /font-weight\s*:\s*normal/i.test(styleOf(node)),
    replacement: (content) => content,
  });
  addTableRules(converter);
  const markdown = converter.turndown(html.replace(/(href\s*=\s*["']?)\/\//gi, '$1https://'));
  // A line break with nothing before or after it in its block is empty space.
  return markdown
    .replaceAll(new RegExp(`^${lineBreak}$`, 'gm'), '')
    .replaceAll(new RegExp(`${lineBreak}(?=$|\n *(?:$|\n|[-*+>#|]|\\d+\\.))`, 'g'), '')
    .replaceAll(lineBreak, '\\');
}

/** Stands for a line break until it is known what is around it: a character that no text has. */
const lineBreak = '\uF8FF';

function addTableRules(converter: TurndownService): void {
  converter.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content, node) => {
      if (isLayout(node)) return `\n\n${content.trim()}\n\n`;
      const lines = content.split('\n').map((line) => line.replace(lineBreak, '').trim());
      return `| ${lines
        .filter(Boolean)
        .join('<br>')
        .replace(/(?<!\\)\|/g, '\\|')} `;
    },
  });
  converter.addRule('row', {
    filter: 'tr',
    replacement: (content, node) => (isLayout(node) ? content : `${content.replace(/\n/g, '')}|\n`),
  });
  converter.addRule('rows', { filter: ['tbody', 'thead', 'tfoot'], replacement: (content) => content });
  converter.addRule('table', {
    filter: 'table',
    replacement: (content, node) => {
      if (isLayout(node)) return `\n\n${content.trim()}\n\n`;
      const [head = '', ...rows] = content.trim().split('\n');
      const cellCount = head.split(/(?<!\\)\|/).length - 2;
      return `\n\n${[head, `${'|---'.repeat(cellCount)}|`, ...rows].join('\n')}\n\n`;
    },
  });
}

/** Whether a table, or that of a row or a cell, only puts pictures beside their captions: one row, or one column. */
function isLayout(node: Node): boolean {
  let table = node as HTMLElement;
  while (table.nodeName !== 'TABLE' && table.parentNode) table = table.parentNode as HTMLElement;
  if (table.nodeName !== 'TABLE' || table.getElementsByTagName('img').length === 0) return false;
  const rows = Array.from(table.getElementsByTagName('tr'));
  const cellsOf = (row: HTMLElement) => row.getElementsByTagName('td').length + row.getElementsByTagName('th').length;
  return rows.length === 1 || rows.every((row) => cellsOf(row) === 1);
}

function partOf(node: Pick<HTMLElement, 'nodeName' | 'getAttribute'>): Pick<HtmlPart, 'name' | 'attributes'> {
  return { name: node.nodeName.toLowerCase(), attributes: { style: styleOf(node) } };
}

function styleOf(node: Pick<HTMLElement, 'getAttribute'>): string {
  return node.getAttribute('style') ?? '';
}
