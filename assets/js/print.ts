import { canonicalUrl } from './canonical-url.ts';
import { loadOnDemand } from './load-on-demand.ts';
import { newButton } from './new-button.ts';

/** Milliseconds after which the page is printed without the QR code; its address is also printed as text. */
const timeout = 3000;

const line = document.querySelector<HTMLElement>('.printed-from');
let drawing: Promise<void> | undefined;
let drawn = false;

function draw(line: HTMLElement): Promise<void> {
  drawing ??= loadOnDemand<typeof import('./print-code.ts')>('ma-qr.js').then(
    ({ drawCode }) => {
      drawCode(line, canonicalUrl());
      drawn = true;
    },
    () => {
      drawing = undefined;
    },
  );
  return drawing;
}

async function printWithCode(line: HTMLElement): Promise<void> {
  await Promise.race([draw(line), new Promise((resolve) => setTimeout(resolve, timeout))]);
  print();
}

if (line) {
  document.querySelector('.article-tools > :empty')?.append(
    newButton('In bài', () => printWithCode(line)),
    ' · ',
  );
  addEventListener('keydown', (event) => {
    const hasCommandKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!hasCommandKey || event.key.toLowerCase() !== 'p' || drawn) return;
    event.preventDefault();
    printWithCode(line);
  });
  // beforeprint cannot wait: from the browser's own menu the code is printed only the second time.
  addEventListener('beforeprint', () => draw(line));
}
