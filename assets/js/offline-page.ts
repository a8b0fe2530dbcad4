import { type Kept, keptFacts } from './kept-copy.ts';
import { keptWhen } from './kept-when.ts';
import { showButton } from './show-button.ts';
import { storeName } from './stores.ts';

/** A page on this device, ready to be listed. */
interface KeptPage extends Kept {
  readonly title: string;
}

const scope = new URL('.', import.meta.url).href;

/** Every kept page once, as it was kept last, newest first. */
async function keptPages(): Promise<KeptPage[]> {
  const pages = new Map<string, KeptPage>();
  for (const name of (['visited', 'latest'] as const).map((store) => storeName(scope, store))) {
    // Opened, a cache that is not there would come to be.
    if (!(await caches.has(name))) continue;
    const store = await caches.open(name);
    for (const { url } of await store.keys()) {
      const copy = await store.match(url);
      if (!copy) continue;
      const facts = keptFacts(url, copy);
      if (facts.at > (pages.get(url)?.at ?? 0)) pages.set(url, { ...facts, title: titleOf(await copy.text()) });
    }
  }
  return [...pages.values()].sort((a, b) => b.at - a.at);
}

function titleOf(page: string): string {
  const [title = ''] = /<title>[^<]*<\/title>/.exec(page) ?? [];
  return new DOMParser().parseFromString(title, 'text/html').title;
}

function item({ url, at, title }: KeptPage, siteName: string): HTMLElement {
  const li = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title.replace(` - ${siteName}`, '');
  const time = document.createElement('time');
  time.dateTime = new Date(at).toISOString();
  time.textContent = `Lưu lúc ${keptWhen(at)}`;
  li.append(link, ' ', time);
  return li;
}

async function list(section: HTMLElement): Promise<void> {
  const { own, site = '' } = section.dataset;
  const pages = (await keptPages()).filter(({ url }) => new URL(url).pathname !== own);
  section.querySelector('ul')?.append(...pages.map((page) => item(page, site)));
  section.hidden = pages.length === 0;
}

const section = document.querySelector<HTMLElement>('[data-kept]');
// Where the store cannot be read the page says what it said before.
if (section && 'caches' in globalThis) list(section).catch(() => {});
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-retry]'))
  showButton(button, () => location.reload());
