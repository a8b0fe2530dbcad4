import { copyOnClick } from './copy-on-click.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
  copyOnClick(button, button.dataset['copy'] ?? location.href);
