import { canonicalAddress } from './canonical-address.ts';
import { loadTool } from './load-tool.ts';
import { showButton } from './show-button.ts';

/** Milliseconds after which paper goes without the code of its address, which stands there in letters too. */
const patience = 3000;

const line = document.querySelector<HTMLElement>('.printed-from');
let drawing: Promise<void> | undefined;
let drawn = false;

function draw(place: HTMLElement): Promise<void> {
  drawing ??= loadTool<typeof import('./print-code.ts')>('ma-qr.js').then(
    ({ drawCode }) => {
      drawCode(place, canonicalAddress());
      drawn = true;
    },
    () => {
      drawing = undefined;
    },
  );
  return drawing;
}

async function printWithCode(place: HTMLElement): Promise<void> {
  await Promise.race([draw(place), new Promise((done) => setTimeout(done, patience))]);
  print();
}

if (line) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]'))
    showButton(button, () => printWithCode(line));
  addEventListener('keydown', (event) => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!command || event.key.toLowerCase() !== 'p' || drawn) return;
    event.preventDefault();
    printWithCode(line);
  });
  // Nothing can wait here: from the browser's own menu the code is on paper the second time.
  addEventListener('beforeprint', () => draw(line));
}
