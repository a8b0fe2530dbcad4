import type MarkdownIt from 'markdown-it';

type Parser = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Parser['parse']>[number];

/** Pictures that are more than pictures: a line “::: name argument”, a picture a line, a line “:::”. */
export interface PictureBlock {
  /** "gallery", "video", or what was written instead. */
  readonly name: string;
  /** "https://example.org/phong-su" */
  readonly argument: string;
  /** One that was not closed holds nothing: what follows it is read as if it were not there. */
  readonly closed: boolean;
}

export const pictureBlockNames: readonly string[] = ['gallery', 'video'];

const [opening, closing] = ['picture_block_open', 'picture_block_close'];

/** The block a token opens. */
export function openedBlock(token: Token): PictureBlock | undefined {
  return token.type === opening ? (token.meta?.['block'] as PictureBlock) : undefined;
}

/** The lines of the block that opens at an index, as inline tokens. */
export function linesOfBlock(tokens: readonly Token[], index: number): readonly Token[] {
  return tokens.slice(
    index + 1,
    tokens.findIndex(({ type }, at) => at > index && type === closing),
  );
}

/** Teaches a parser to read picture blocks, wherever a paragraph may stand. */
export function readPictureBlocks(parser: Parser): void {
  parser.block.ruler.before(
    'fence',
    'picture_block',
    (state, start, end, silent) => {
      const lineAt = (line: number) =>
        state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim();
      const isIn = (line: number) =>
        line < end && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent);
      const [, name, argument] = /^:::\s*(\S*)\s*(.*)$/.exec(lineAt(start)) ?? [];
      if (name === undefined || argument === undefined || (state.sCount[start] ?? 0) - state.blkIndent >= 4)
        return false;
      if (silent) return true;

      let last = start + 1;
      while (isIn(last) && !lineAt(last).startsWith(':::')) last++;
      const closed = isIn(last) && lineAt(last) === ':::';
      const next = closed ? last + 1 : start + 1;
      const open = state.push(opening, '', 1);
      open.block = true;
      open.map = [start, next];
      open.meta = { block: { name, argument, closed } satisfies PictureBlock };
      for (let line = start + 1; line < next - 1; line++) {
        if (lineAt(line) === '') continue;
        const inline = state.push('inline', '', 0);
        inline.content = lineAt(line);
        inline.map = [line, line + 1];
        inline.children = [];
      }
      state.push(closing, '', -1).block = true;
      state.line = next;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}
