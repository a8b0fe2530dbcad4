import { sentences } from '#vietnamese/sentences.ts';

/** A sentence to read aloud, and its position on the page. */
export interface SpokenSentence {
  readonly text: string;
  readonly range: Range;
  readonly block: Element;
}

/** The parts of an article that are read aloud. */
const readSelector = 'h1, article > .lead, figcaption, .prose';
const skippedSelector = '.note-link';
const blockSelector = 'h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, figcaption, summary, pre, blockquote, div';

/** Continuous text within one block, with its text nodes and where they start in it. */
interface TextRun {
  readonly block: Element;
  readonly nodes: { readonly node: Text; readonly start: number }[];
  text: string;
}

/** The sentences of an article, in order. */
export function spokenSentences(article: Element): SpokenSentence[] {
  return textRuns(article).flatMap((run) =>
    sentences(run.text).map(({ start, end }) => ({
      // Without the word joiners of ranges, which a voice may read aloud.
      text: run.text.slice(start, end).replaceAll('\u2060', '').replace(/\s+/g, ' '),
      range: sentenceRange(run, start, end),
      block: run.block,
    })),
  );
}

function textRuns(article: Element): TextRun[] {
  const runs: TextRun[] = [];
  let isBroken = false;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element && node.localName === 'br') isBroken = true;
    const parent = node.parentElement;
    const block = parent?.closest(blockSelector);
    if (!(node instanceof Text) || !block || !parent?.closest(readSelector) || parent.closest(skippedSelector))
      continue;
    // Text in closed <details> is not visible; older browsers cannot check.
    if (parent.checkVisibility?.() === false) continue;
    let run = runs.at(-1);
    if (run?.block !== block || isBroken) {
      run = { block, nodes: [], text: '' };
      runs.push(run);
      isBroken = false;
    }
    run.nodes.push({ node, start: run.text.length });
    run.text += node.data;
  }
  return runs;
}

function sentenceRange({ nodes }: TextRun, start: number, end: number): Range {
  const range = document.createRange();
  const first = nodes.findLast((node) => node.start <= start);
  const last = nodes.findLast((node) => node.start < end);
  if (first && last) {
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
  }
  return range;
}
