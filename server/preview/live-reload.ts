import type { IncomingMessage, ServerResponse } from 'node:http';
import { searchAddress } from '#news/address.ts';
import { bundled } from '#site/assets/bundled.ts';
import { pageFile } from '#site/pages/page.ts';

const scriptAddress = '/.xem-thu/tai-lai.js';
const changesAddress = '/.xem-thu/thay-doi';

/** A page that is open in a browser and waits to be another one. */
interface OpenPage {
  /** The files that its address may stand for, and the one that was sent. */
  readonly files: readonly string[];
  /** When it was sent, as its stamp tells. */
  readonly since: number;
  readonly response: ServerResponse;
}

/** Has each open page of npm start loaded again when it has changed, and no other. */
export class LiveReload {
  readonly #base: string;
  readonly #script = bundled(['live-reload.ts']);
  /** Grows with every change; begins with the clock, so that a page that an earlier run has sent is older than all. */
  #stamp = Date.now();
  #everythingChanged = this.#stamp;
  /** The stamp of the last change of each file, and of each folder that came as a whole. */
  readonly #changed = new Map<string, number>();
  readonly #open = new Set<OpenPage>();

  /** Pages lie below a path without a slash at its end, "" where they lie below none. */
  constructor(base: string) {
    this.#base = base;
  }

  /** The HTML of a file as it is sent now, "/404.html", with what loads it again; of what is no file, "". */
  watching(html: string, file: string): string {
    const script = `<script src="${scriptAddress}" data-since="${this.#stamp}" data-file="${file}" type="module"></script>`;
    return html.replace('</head>', `${script}</head>`);
  }

  /** Tells open pages that these files of the output, and folders with a slash at their end, came, changed or went. */
  changed(files: readonly string[]): void {
    this.#stamp++;
    for (const file of files) {
      // Every page has scripts, at addresses that stay the same.
      if (file.endsWith('.js')) this.#everythingChanged = this.#stamp;
      this.#changed.set(`/${file}`, this.#stamp);
      if (`/${file}`.startsWith(searchAddress)) this.#changed.set(searchAddress, this.#stamp);
    }
    this.#tell();
  }

  /** Tells every open page, as where none can be shown until something is mended. */
  everythingChanged(): void {
    this.#everythingChanged = ++this.#stamp;
    this.#tell();
  }

  /** Answers what pages ask for; false where it is none of that. */
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
    // It waits as long as its page is open.
    request.socket.setTimeout(0);
    const address = (url.searchParams.get('page') ?? '/').slice(this.#base.length);
    const files = [pageFile(address), pageFile(`${address}/`)].map((file) => `/${file}`);
    const sent = url.searchParams.get('file') ?? '';
    const page = { files: [...files, sent], since: Number(url.searchParams.get('since')), response };
    this.#open.add(page);
    response.on('close', () => this.#open.delete(page));
    this.#tell();
    return true;
  }

  #tell(): void {
    for (const { files, since, response } of this.#open)
      if (files.some((file) => this.#lastChange(file) > since)) response.write(Buffer.from('data: changed\n\n'));
  }

  #lastChange(file: string): number {
    const places = [file, ...Array.from(file.matchAll(/\//g), ({ index }) => file.slice(0, index + 1))];
    return Math.max(this.#everythingChanged, ...places.map((place) => this.#changed.get(place) ?? 0));
  }
}
