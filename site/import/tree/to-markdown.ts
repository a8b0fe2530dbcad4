import type { Element, Root } from 'hast';
import type { BlockContent, FootnoteDefinition, Root as MarkdownRoot, PhrasingContent } from 'mdast';
import rehypeRemark, { type Options as RehypeRemarkOptions } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { TextWithNotes } from './footnotes.ts';

type Handlers = NonNullable<RehypeRemarkOptions['handlers']>;
type State = Parameters<NonNullable<Handlers[string]>>[0];

/** An inline element that Markdown has no sign for, as HTML. */
function keepTag(state: State, node: Element): PhrasingContent[] {
  const inner = state.all(node) as PhrasingContent[];
  return [{ type: 'html', value: `<${node.tagName}>` }, ...inner, { type: 'html', value: `</${node.tagName}>` }];
}

const handlers: Handlers = {
  sub: keepTag,
  sup: keepTag,
  mark: keepTag,
  kbd: keepTag,
  'cell-break': () => ({ type: 'html', value: '<br>' }),
  'note-reference': (_state, { properties }: Element) => {
    const label = String(properties['label']);
    return { type: 'footnoteReference', identifier: label, label };
  },
};

const toTree = unified().use(rehypeRemark, { handlers });
const toText = unified()
  .use(remarkGfm, { tableCellPadding: true, tablePipeAlign: false })
  .use(remarkStringify, {
    ...({ bullet: '-', emphasis: '*', strong: '*', rule: '-', fence: '`', listItemIndent: 'one' } as const),
    ...({ fences: true, incrementListMarker: true, setext: false, resourceLink: false } as const),
    // A line of colons begins a block of this site.
    unsafe: [{ atBreak: true, character: ':', after: '::' }],
    // There are no blank lines in a list.
    join: [
      (left, right, parent) =>
        (left.type === 'listItem' && right.type === 'listItem') || (parent.type === 'listItem' && right.type === 'list')
          ? 0
          : undefined,
    ],
  });

/** Markdown as this site writes it, with its notes at the end. */
export function toMarkdown({ blocks, notes }: TextWithNotes): string {
  const tree = markdownTree(blocks);
  const definitions = [...notes].map(
    ([label, note]): FootnoteDefinition => ({
      ...{ type: 'footnoteDefinition', identifier: label, label },
      children: markdownTree(note).children as BlockContent[],
    }),
  );
  const text = toText.stringify({ type: 'root', children: [...tree.children, ...definitions] });
  return withoutNeedlessEscapes(text).replace(delimiterRow, shortDelimiterRow).trim();
}

function markdownTree(blocks: readonly Element[]): MarkdownRoot {
  const root: Root = { type: 'root', children: [...blocks] };
  return toTree.runSync(root) as MarkdownRoot;
}

const delimiterRow = /^\|(?: :?-+:? \|)+$/gm;

/** "|---|:--|", however wide the cells are. */
function shortDelimiterRow(row: string): string {
  return row.replace(/ /g, '').replace(/-+/g, '---');
}

/** Escapes that no reader of the text needs: in an address of mail or a name, and beside nested emphasis. */
function withoutNeedlessEscapes(text: string): string {
  return (
    text
      .replace(/(?<=[\w.])\\@/g, '@')
      .replace(/\b([wW])\\\./g, '$1.')
      .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
      // A letter beside nested emphasis, "a***b***": CommonMark takes the three signs as one run.
      .replace(/(?<!\\)&#x([\dA-F]+);/g, (reference, code: string) => {
        const char = String.fromCodePoint(Number.parseInt(code, 16));
        return /[\p{L}\p{N}]/u.test(char) ? char : reference;
      })
  );
}
