import type { PreviewProps } from '@sveltia/cms';

/** A text whose pictures can be shown. */
export interface ShownText {
  /** The text, in which a file that is not saved yet has a name of its own in place of its blob: URL. */
  readonly text: string;
  /** The URLs of its files, by name. */
  readonly urls: ReadonlyMap<string, string>;
}

/** Finds the pictures of texts, each of a saved file once. */
export function shownPictures(): (text: string, getAsset: PreviewProps['getAsset']) => Promise<ShownText> {
  const saved = new Map<string, string>();
  return async (written, getAsset) => {
    const urls = new Map<string, string>();
    const text = written.replace(/blob:[^\s)"'<>]+/g, (url) => {
      const name = `chua-luu-${url.split('/').at(-1)}.jpg`;
      urls.set(name, url);
      return name;
    });
    const named = [...text.matchAll(/\]\(<?([^\s)>]+)|^cover: ["']?([^"'\n]+)/gm)];
    for (const [, inBody, cover] of named) {
      const name = inBody ?? cover ?? '';
      const asset = urls.has(name) || saved.has(name) ? undefined : getAsset(name);
      // The CMS reads the file first; until then it has no URL that a browser can show.
      await asset?.toBase64().catch(() => {});
      if (asset?.url.startsWith('blob:')) saved.set(name, asset.url);
    }
    return { text, urls: new Map([...saved, ...urls]) };
  };
}
