import { sentences } from '#vietnamese/sentences.ts';

/** One sentence to be read aloud, and where it stands on the page. */
export interface SpokenPart {
  readonly text: string;
  readonly range: Range;
  readonly block: Element;
}

/** What of an article is read; the rest is for eyes. */
const read = 'h1, .lead, figcaption, .prose';
const skipped = '.note-link';
const blocks = 'h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, figcaption, summary, pre, blockquote, div';

/** Text that runs on within one block, in the pieces the page holds it in. */
interface Run {
  readonly block: Element;
  readonly pieces: { readonly node: Text; readonly start: number }[];
  text: string;
}

/** The sentences of an article, in order. */
export function spokenParts(article: Element): SpokenPart[] {
  return runsOf(article).flatMap((run) =>
    sentences(run.text).map(({ start, end }) => ({
      text: run.text.slice(start, end).replace(/\s+/g, ' '),
      range: rangeOf(run, start, end),
      block: run.block,
    })),
  );
}

function runsOf(article: Element): Run[] {
  const runs: Run[] = [];
  let broken = false;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element && node.localName === 'br') broken = true;
    const parent = node.parentElement;
    const block = parent?.closest(blocks);
    if (!(node instanceof Text) || !block || !parent?.closest(read) || parent.closest(skipped)) continue;
    // Words in closed details are not there to be followed; older browsers cannot tell.
    if (parent.checkVisibility?.() === false) continue;
    let run = runs.at(-1);
    if (run?.block !== block || broken) {
      run = { block, pieces: [], text: '' };
      runs.push(run);
      broken = false;
    }
    run.pieces.push({ node, start: run.text.length });
    run.text += node.data;
  }
  return runs;
}

function rangeOf({ pieces }: Run, start: number, end: number): Range {
  const range = document.createRange();
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (first && last) {
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
  }
  return range;
}
