import { canonicalUrl } from './canonical-url.ts';
import { copyButton } from './copy-button.ts';
import { newButton } from './new-button.ts';
import { copyPlace, zaloPlace } from './share-places.ts';

const url = canonicalUrl();
const title = document.querySelector('h1')?.textContent ?? document.title;

// Zalo has no address for sharing: the share sheet of the device offers it; where there is none, title and URL are copied.
zaloPlace?.append(
  typeof navigator.share === 'function'
    ? // Rejects when the reader closes the share sheet, which is not an error.
      newButton('Gửi qua Zalo', () => navigator.share({ title: document.title, url }).catch(() => {}))
    : copyButton('Chép để gửi Zalo', `${title}\n${url}`),
);
copyPlace?.append(copyButton('Chép liên kết', url));
