import { type ListItem, listItem } from './list-item.ts';
import { lineBefore, selectedLines, type TextEdit, type TextLine, type TextSelection } from './text-edit.ts';

/**
 * What Enter does in a list: the next item, with the numbers of the following ones; in an empty item the end of the
 * list, with the blank line that Markdown needs there. Undefined where Enter only breaks the line.
 */
export function continueList(selection: TextSelection): TextEdit | undefined {
  const { text, start, end } = selection;
  const [line, another] = selectedLines(selection);
  const item = line && !another ? listItem(line.text) : undefined;
  if (!line || !item || item.space === '') return undefined;
  const contentStart = line.start + item.indent.length + item.mark.length + item.space.length;
  if (start < contentStart) return undefined;
  const lineEnd = line.start + line.text.length;
  if (item.content.trim() === '') return endList(text, line);
  const marker = `\n${item.indent}${item.number === undefined ? item.mark : nextMark(item)}${item.space}`;
  const rest = text.slice(end, lineEnd).trimStart();
  const before = text.slice(contentStart, start).trimEnd();
  const from = contentStart + before.length;
  const following = followingItems(text, lineEnd, item);
  const insert = marker + rest + following.map(({ renumbered }) => `\n${renumbered}`).join('');
  const caret = from + marker.length;
  const to = following.reduce((at, { written }) => at + 1 + written.length, lineEnd);
  return { from, to, insert, selectStart: caret, selectEnd: caret };
}

function endList(text: string, line: TextLine): TextEdit {
  const hasTextAbove = (lineBefore(text, line)?.text.trim() ?? '') !== '';
  const insert = hasTextAbove ? '\n' : '';
  const caret = line.start + insert.length;
  return { from: line.start, to: line.start + line.text.length, insert, selectStart: caret, selectEnd: caret };
}

function nextMark({ mark, number = 0 }: ListItem): string {
  return `${number + 1}${mark.slice(-1)}`;
}

/** The items right below a numbered one that count on from it, each with one more. */
function followingItems(text: string, lineEnd: number, item: ListItem): { written: string; renumbered: string }[] {
  const found: { written: string; renumbered: string }[] = [];
  if (item.number === undefined) return found;
  let number = item.number + 1;
  for (const written of text.slice(lineEnd + 1).split('\n')) {
    const next = listItem(written);
    const isBelow = /^\s/.test(written) && written.trim() !== '' && next?.indent !== item.indent;
    if (isBelow) found.push({ written, renumbered: written });
    else if (next?.number === number && next.indent === item.indent) {
      const renumbered = written.replace(next.mark, nextMark(next));
      found.push({ written, renumbered });
      number++;
    } else break;
  }
  return found;
}
