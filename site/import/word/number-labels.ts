import type { Document, Element } from '@xmldom/xmldom';
import { labelMarks } from './label-marks.ts';
import type { WordStyles } from './word-styles.ts';
import { ancestorNamed, childElements, childNamed, elementsNamed, removeNode, wordValue } from './word-xml.ts';

interface Level {
  readonly format: string;
  /** Like "%1.%2." */
  readonly text: string;
  readonly start: number;
}

/** The numbering of a paragraph. */
interface Position {
  readonly list: string;
  readonly level: number;
}

/**
 * Writes the numbers that Word shows before paragraphs as text, between marks and after the level, since a list that
 * other text interrupts would begin at 1 again.
 */
export function writeNumberLabels(document: Document, numbering: Document | undefined, styles: WordStyles): void {
  if (!numbering) return;
  const lists = readLists(numbering);
  const counters = new Map<string, number[]>();
  for (const paragraph of elementsNamed(document, 'w:p')) {
    const position = positionOf(paragraph, styles);
    const levels = position && lists.get(position.list);
    const label = levels && nextLabel(levels.levels, position.level, counters, levels.key);
    const properties = childNamed(paragraph, 'w:pPr');
    const own = childNamed(properties, 'w:numPr');
    if (own) removeNode(own);
    if (position && label !== undefined && hasText(paragraph))
      insertText(paragraph, properties, `${labelMarks[0]}${position.level} ${label}${labelMarks[1]}`);
  }
}

function positionOf(paragraph: Element, styles: WordStyles): Position | undefined {
  const holders = [paragraph, ...styles.ofParagraph(paragraph)].map((holder) =>
    childNamed(childNamed(holder, 'w:pPr'), 'w:numPr'),
  );
  const numbers = holders.find((holder) => wordValue(holder, 'w:numId') !== undefined);
  const list = wordValue(numbers, 'w:numId');
  // 0 takes the numbering of the style back.
  if (list === undefined || list === '0') return undefined;
  const level = holders.map((holder) => wordValue(holder, 'w:ilvl')).find((value) => value !== undefined);
  return { list, level: Number(level ?? 0) };
}

function readLists(numbering: Document): Map<string, { key: string; levels: Level[] }> {
  const abstracts = new Map(
    elementsNamed(numbering, 'w:abstractNum').map((element) => [
      element.getAttribute('w:abstractNumId') ?? '',
      element,
    ]),
  );
  return new Map(
    elementsNamed(numbering, 'w:num').map((element) => {
      const abstractId = wordValue(element, 'w:abstractNumId') ?? '';
      const overrides = childElements(element).filter(({ tagName }) => tagName === 'w:lvlOverride');
      const levels = readLevels(abstracts.get(abstractId));
      for (const override of overrides) {
        const [index, start] = [Number(override.getAttribute('w:ilvl')), wordValue(override, 'w:startOverride')];
        const level = levels[index];
        if (level && start !== undefined) levels[index] = { ...level, start: Number(start) };
      }
      const id = element.getAttribute('w:numId') ?? '';
      // Lists of one definition count on, unless one begins anew.
      return [id, { key: overrides.length > 0 ? `num ${id}` : `abstract ${abstractId}`, levels }];
    }),
  );
}

function readLevels(abstract: Element | undefined): Level[] {
  const levels: Level[] = [];
  for (const element of childElements(abstract).filter(({ tagName }) => tagName === 'w:lvl'))
    levels[Number(element.getAttribute('w:ilvl'))] = {
      format: wordValue(element, 'w:numFmt') ?? 'decimal',
      text: wordValue(element, 'w:lvlText') ?? '',
      start: Number(wordValue(element, 'w:start') ?? 1),
    };
  return levels;
}

function nextLabel(
  levels: readonly Level[],
  index: number,
  counters: Map<string, number[]>,
  key: string,
): string | undefined {
  const level = levels[index];
  if (!level || level.format === 'none') return undefined;
  const counts = counters.get(key) ?? [];
  counters.set(key, counts);
  counts[index] = (counts[index] ?? level.start - 1) + 1;
  counts.length = index + 1;
  if (level.format === 'bullet') return '•';
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return formatNumber(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
  });
}

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** ECMA-376 Part 1 §17.18.59, those that Vietnamese documents use. */
function formatNumber(n: number, format: string): string {
  const letters = () => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
  const roman = () => {
    let rest = n;
    return romans.reduce((text, [value, sign]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return text + sign.repeat(times);
    }, '');
  };
  if (format === 'lowerLetter') return letters();
  if (format === 'upperLetter') return letters().toUpperCase();
  if (format === 'lowerRoman') return roman();
  if (format === 'upperRoman') return roman().toUpperCase();
  return format === 'decimalZero' && n < 10 ? `0${n}` : String(n);
}

function hasText(paragraph: Element): boolean {
  return elementsNamed(paragraph, 'w:t').some(({ textContent }) => textContent?.trim());
}

function insertText(paragraph: Element, properties: Element | undefined, text: string): void {
  const { ownerDocument } = paragraph;
  if (!ownerDocument) return;
  const [run, node] = [ownerDocument.createElement('w:r'), ownerDocument.createElement('w:t')];
  // The number is as bold as the text.
  const [first] = elementsNamed(paragraph, 'w:t');
  const look = childNamed(first && ancestorNamed(first, 'w:r'), 'w:rPr');
  if (look) run.appendChild(look.cloneNode(true));
  node.setAttribute('xml:space', 'preserve');
  node.textContent = text;
  run.appendChild(node);
  paragraph.insertBefore(run, properties ? properties.nextSibling : paragraph.firstChild);
}
