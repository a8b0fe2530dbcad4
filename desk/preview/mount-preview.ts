import type { PreviewProps } from '@sveltia/cms';
import type { ContentKind } from '#news/content-kind.ts';
import type { MountedPart } from '../controls/dom-component.ts';
import type { DeskData } from '../desk-data.ts';
import { type EntryValues, fileTextKey } from '../entry/entry.ts';
import { writeEntry } from '../entry/write-entry.ts';
import { referencedFiles } from '../saving/referenced-files.ts';
import { shownPictures } from './shown-pictures.ts';

/** In milliseconds after the last change: rendering takes about as long as a key press. */
const delay = 250;

/** Shows the page of an item of a kind as the site prints it, in the frame that the CMS makes for previews. */
export function mountPreview(kind: ContentKind, { lists, frame, settings }: DeskData) {
  return (host: HTMLElement, props: PreviewProps): MountedPart<PreviewProps> => {
    const pictures = shownPictures();
    let timer: number | undefined;
    let shown = '';
    const render = async ({ entry, getAsset, document: target }: PreviewProps) => {
      const { renderPage } = await import('./render-page.ts');
      const { path, data } = entry.toJS();
      const values = data as EntryValues;
      const written = writeEntry(
        kind,
        { ...values, [fileTextKey]: '' },
        'urn:uuid:00000000-0000-4000-8000-000000000000',
      );
      const { text, urls } = await pictures.find(written, getAsset);
      const file = String(path || `content/${kind}/bai-moi.md`);
      const folder = `${file.replace(/\.md$/, '')}/`;
      const site = {
        ...{ frame, settings: { ...settings, now: new Date() } },
        picture: (name: string) => {
          const src = urls.get(name.startsWith(folder) ? name.slice(folder.length) : name);
          return src === undefined ? undefined : { src };
        },
      };
      const page = renderPage({ path: file, text, files: referencedFiles(file, text) }, lists, site);
      if (page === undefined || page === shown) return;
      shown = page;
      const parsed = new DOMParser().parseFromString(page, 'text/html');
      for (const script of parsed.querySelectorAll('script')) script.remove();
      for (const style of target.head.querySelectorAll('style')) style.remove();
      target.head.append(...parsed.querySelectorAll('style'));
      host.replaceChildren(...parsed.body.childNodes);
    };
    const update = (next: PreviewProps) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void render(next), delay);
    };
    void render(props);
    const destroy = () => {
      clearTimeout(timer);
      pictures.revoke();
    };
    return { update, destroy };
  };
}
