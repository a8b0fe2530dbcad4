import type MarkdownIt from 'markdown-it';

type Parser = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Parser['parse']>[number];

/** A group of pictures: a line “::: name argument”, one picture per line, a line “:::”. */
export interface PictureBlock {
  /** "gallery", "video", or an unknown name. */
  readonly name: string;
  /** "https://example.org/phong-su" */
  readonly argument: string;
  /** False without a closing “:::”: the block is then empty, and the lines after it are parsed as usual. */
  readonly closed: boolean;
}

export const pictureBlockNames: readonly string[] = ['gallery', 'video'];

const [openType, closeType] = ['picture_block_open', 'picture_block_close'];

/** The picture block that a token opens; undefined for any other token. */
export function pictureBlockOf(token: Token): PictureBlock | undefined {
  return token.type === openType ? (token.meta?.['block'] as PictureBlock) : undefined;
}

/** The lines of the block that opens at an index, as inline tokens. */
export function pictureBlockLines(tokens: readonly Token[], index: number): readonly Token[] {
  let end = index + 1;
  while (end < tokens.length && tokens[end]?.type !== closeType) end++;
  return tokens.slice(index + 1, end);
}

/** A markdown-it plugin that parses picture blocks wherever a paragraph may begin. */
export function pictureBlocksPlugin(parser: Parser): void {
  parser.block.ruler.before(
    'fence',
    'picture_block',
    (state, start, end, silent) => {
      const lineText = (line: number) =>
        state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim();
      const isInContainer = (line: number) =>
        line < end && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent);
      if (!lineText(start).startsWith(':::') || (state.sCount[start] ?? 0) - state.blkIndent >= 4) return false;
      const written = lineText(start).slice(3).trim();
      const name = written.split(/\s/, 1).join();
      const argument = written.slice(name.length).trim();
      if (silent) return true;

      let last = start + 1;
      while (isInContainer(last) && !lineText(last).startsWith(':::')) last++;
      const closed = isInContainer(last) && lineText(last) === ':::';
      const next = closed ? last + 1 : start + 1;
      const open = state.push(openType, '', 1);
      open.block = true;
      open.map = [start, next];
      open.meta = { block: { name, argument, closed } satisfies PictureBlock };
      for (let line = start + 1; line < next - 1; line++) {
        if (lineText(line) === '') continue;
        const inline = state.push('inline', '', 0);
        inline.content = lineText(line);
        inline.map = [line, line + 1];
        inline.children = [];
      }
      state.push(closeType, '', -1).block = true;
      state.line = next;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}
