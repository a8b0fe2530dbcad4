import type { PreviewProps } from '@sveltia/cms';

/** A text whose pictures can be shown. */
export interface ShownText {
  /** The text, in which a file that is not saved yet has a name of its own in place of its blob: URL. */
  readonly text: string;
  /** The URLs of its files, by name. */
  readonly urls: ReadonlyMap<string, string>;
}

export interface ShownPictures {
  /** The pictures of a text; the bytes of each file are read once. */
  find(text: string, getAsset: PreviewProps['getAsset']): Promise<ShownText>;
  /** Makes all URLs invalid that were given. */
  revoke(): void;
}

/** The pictures of texts, at URLs that stay valid when the CMS revokes its own, as it does when an item is saved. */
export function shownPictures(): ShownPictures {
  const copies = new Map<string, string>();
  const saved = new Map<string, string>();
  const copy = async (url: string) => {
    const known = copies.get(url);
    if (known) return known;
    const response = await fetch(url).catch(() => undefined);
    if (!response) return undefined;
    const own = URL.createObjectURL(await response.blob());
    copies.set(url, own);
    return own;
  };
  return {
    async find(written, getAsset) {
      const urls = new Map<string, string>();
      const nameOf = (url: string) => `chua-luu-${url.split(/[:/]/).at(-1)}.jpg`;
      const unsaved = /blob:[^\s)"'<>]+/g;
      for (const [url] of written.matchAll(unsaved)) {
        const shown = await copy(url);
        if (shown) urls.set(nameOf(url), shown);
      }
      const text = written.replace(unsaved, nameOf);
      const named = [...text.matchAll(/\]\(<?([^\s)>]+)|^cover: ["']?([^"'\n]+)/gm)];
      for (const [, inBody, cover] of named) {
        const name = inBody ?? cover ?? '';
        const asset = urls.has(name) || saved.has(name) ? undefined : getAsset(name);
        // The CMS reads the file first; until then it has no URL that a browser can show.
        await asset?.toBase64().catch(() => {});
        const shown = asset?.url.startsWith('blob:') ? await copy(asset.url) : undefined;
        if (shown) saved.set(name, shown);
      }
      return { text, urls: new Map([...saved, ...urls]) };
    },
    revoke() {
      for (const url of copies.values()) URL.revokeObjectURL(url);
    },
  };
}
