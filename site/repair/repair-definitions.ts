import { normaliseLabel } from '#site/markdown/normalise-label.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { insertion, type Repair, repair } from './repair.ts';

const definition = /^ {0,3}(\[((?:[^[\]\\]|\\.)+)\]:\s*(\S+))/;
const address = /^<?(?:[a-z][a-z0-9+.-]*:|\/|#|\.{1,2}\/|www\.)|\.[a-z0-9]{2,5}>?$/i;

/** "[Chú ý]: hoãn" is a sentence, although Markdown takes it for the address of a link and prints nothing. */
export function repairDefinitions({ lines, lineStarts, tokens, definedLabels }: ParsedBody): Repair[] {
  if (definedLabels.size === 0) return [];
  const blocks = tokens.filter(({ type }) => /^(fence|code_block|html_block)$/.test(type));
  const isInBlock = (line: number) => blocks.some(({ map }) => map && map[0] <= line && line < map[1]);
  return lines.flatMap((line, index) => {
    const [, written = '', label = '', target = ''] = definition.exec(line) ?? [];
    if (!written || address.test(target) || isInBlock(index) || !definedLabels.has(normaliseLabel(label))) return [];
    const offset = (lineStarts[index] ?? 0) + line.indexOf(written);
    const wrong = `dòng “${line.trim()}” bị hiểu là địa chỉ của một liên kết, không in ra`;
    return [repair({ rule: 'markdown', wrong, remedy: `viết “\\${line.trim()}”` }, offset, insertion(offset, '\\'))];
  });
}
