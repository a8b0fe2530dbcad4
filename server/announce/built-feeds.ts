import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Parser } from 'htmlparser2';
import { feedAddress } from '#news/address.ts';
import type { HubFeed } from '#news/announcement.ts';

const [rss, atom, json] = (['rss', 'atom', 'json'] as const).map((form) => basename(feedAddress(form)));

/** The feeds of a built site that name a hub; those of past months name none. */
export function builtFeeds(folder: string): HubFeed[] {
  return globSync(`**/{${rss},${atom},${json}}`, { cwd: folder })
    .sort()
    .flatMap((file) => {
      const bytes = readFileSync(join(folder, file));
      const { self, hub } = basename(file) === json ? jsonLinks(bytes.toString()) : xmlLinks(bytes.toString());
      return self && hub ? [{ url: self, hub, digest: sha256Hex(bytes) }] : [];
    });
}

/** The SHA-256 of bytes in hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

interface FeedLinks {
  readonly self?: string | undefined;
  readonly hub?: string | undefined;
}

function xmlLinks(feed: string): FeedLinks {
  const links: Record<string, string> = {};
  const parser = new Parser(
    {
      onopentag: (name, { rel = '', href = '' }) => {
        if (name === 'link' || name === 'atom:link') links[rel] = href;
      },
    },
    { xmlMode: true },
  );
  const [head = ''] = feed.split(/<(?:item|entry)>/);
  parser.end(head);
  return { self: links['self'], hub: links['hub'] };
}

function jsonLinks(feed: string): FeedLinks {
  try {
    const { feed_url: self, hubs = [] } = JSON.parse(feed);
    return { self, hub: hubs[0]?.url };
  } catch {
    // Not a feed of the site, but an attachment of the same name.
    return {};
  }
}
