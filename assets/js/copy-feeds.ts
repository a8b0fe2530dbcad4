import { copyButton } from './copy-button.ts';

for (const feed of document.querySelectorAll('.feeds > li'))
  feed.querySelector('li:empty')?.append(copyButton('Sao chép địa chỉ', feed.querySelector('code')?.textContent ?? ''));
