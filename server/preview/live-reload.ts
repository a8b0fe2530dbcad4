import type { IncomingMessage, ServerResponse } from 'node:http';
import { searchAddress } from '#news/address.ts';
import { bundleScripts } from '#site/assets/bundle-scripts.ts';
import { pageFile } from '#site/pages/page.ts';

const scriptAddress = '/.xem-thu/tai-lai.js';
const changesAddress = '/.xem-thu/thay-doi';

/** A page that is open in a browser and waits for a message to reload. */
interface OpenPage {
  /** The files that its address may refer to, and the one that was sent. */
  readonly files: readonly string[];
  /** The version at which it was sent. */
  readonly since: number;
  readonly response: ServerResponse;
}

/** Reloads those open pages of `npm start` that have changed, with server-sent events. */
export class LiveReload {
  readonly #base: string;
  readonly #script = bundleScripts(['live-reload.ts']);
  /** Incremented with every change; starts with the time, so that pages sent by an earlier process are older. */
  #version = Date.now();
  #allChangedAt = this.#version;
  /** The version of the last change by file, and by folder that was added as a whole. */
  readonly #changedAt = new Map<string, number>();
  readonly #openPages = new Set<OpenPage>();

  /** `base` is the path before every address: without a slash at its end, or "". */
  constructor(base: string) {
    this.#base = base;
  }

  /** The HTML with the script that reloads it; `file` is the file it comes from, "/404.html", or "". */
  withReloadScript(html: string, file: string): string {
    const script = `<script src="${scriptAddress}" data-since="${this.#version}" data-file="${file}" type="module"></script>`;
    return html.replace('</head>', `${script}</head>`);
  }

  /** Reloads the open pages of files that were added, changed or deleted; an added folder ends in a slash. */
  notifyChanged(files: readonly string[]): void {
    this.#version++;
    for (const file of files) {
      // Every page may use the script, whose address does not change.
      if (file.endsWith('.js')) this.#allChangedAt = this.#version;
      this.#changedAt.set(`/${file}`, this.#version);
      if (`/${file}`.startsWith(searchAddress)) this.#changedAt.set(searchAddress, this.#version);
    }
    this.#sendEvents();
  }

  /** Reloads every open page. */
  notifyAll(): void {
    this.#allChangedAt = ++this.#version;
    this.#sendEvents();
  }

  /** Handles a request for the script or the events; false for any other. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const url = URL.parse(request.url ?? '/', 'http://localhost');
    if (url?.pathname === scriptAddress) {
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' });
      void this.#script.then((script) => response.end(script));
      return true;
    }
    if (url?.pathname !== changesAddress) return false;
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.flushHeaders();
    // The connection stays open as long as the page.
    request.socket.setTimeout(0);
    const address = (url.searchParams.get('page') ?? '/').slice(this.#base.length);
    const files = [pageFile(address), pageFile(`${address}/`)].map((file) => `/${file}`);
    const sentFile = url.searchParams.get('file') ?? '';
    const page = { files: [...files, sentFile], since: Number(url.searchParams.get('since')), response };
    this.#openPages.add(page);
    response.on('close', () => this.#openPages.delete(page));
    this.#sendEvents();
    return true;
  }

  #sendEvents(): void {
    for (const { files, since, response } of this.#openPages)
      if (files.some((file) => this.#lastChange(file) > since)) response.write(Buffer.from('data: changed\n\n'));
  }

  #lastChange(file: string): number {
    const paths = [file, ...Array.from(file.matchAll(/\//g), ({ index }) => file.slice(0, index + 1))];
    return Math.max(this.#allChangedAt, ...paths.map((path) => this.#changedAt.get(path) ?? 0));
  }
}
