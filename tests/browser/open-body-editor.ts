import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { browserModules } from '#site/desk/browser-modules.ts';
import { projectRoot } from '#site/settings.ts';
import { pageTimeout } from './open-page.ts';

const origin = 'https://desk.test';

/** The policy of the pages of the desk. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' blob: data:; worker-src 'self' blob:; frame-src 'self' blob:";

const script = `import { createBodyEditor } from './create-body-editor.ts';
const said = { changes: [], files: [], imported: [] };
const editor = createBodyEditor(document.querySelector('main'), {
  value: decodeURIComponent(location.hash.slice(1)),
  id: 'body',
  label: 'Thân bài',
  onChange: (value) => said.changes.push(value),
  addFile: async (file) => {
    if (file.name.startsWith('nang')) throw new Error('tệp quá nặng');
    said.files.push({ name: file.name, type: file.type, bytes: Array.from(new Uint8Array(await file.arrayBuffer())) });
    return file.name;
  },
  names: () => ({ authors: ['BTT'], properNames: ['Liên hiệp hội'] }),
  onWordImported: (facts) => said.imported.push(facts),
});
Object.assign(window, { editor, said });`;

let bundled: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

/** The files of a page with only the editor, by their addresses; made once for all test files of a process. */
export function bundleBodyEditor(): Promise<ReadonlyMap<string, Uint8Array>> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = join(projectRoot, 'desk', 'body-editor');
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: folder, sourcefile: 'page.js' },
    ...{ bundle: true, splitting: true, minify: true, write: false, format: 'esm', platform: 'browser' },
    ...{ target: 'es2022', charset: 'utf8', outdir: '/', entryNames: 'page', plugins: [browserModules()] },
  });
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bài</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/editor.css"><style>:root { color-scheme: light dark; background: canvas }</style><main><h1>Bài</h1></main><script type="module" src="/page.js"></script></html>`;
  return new Map([
    ['/', new TextEncoder().encode(html)],
    ['/editor.css', readFileSync(join(folder, 'body-editor.css'))],
    ...outputFiles.map(({ path, contents }) => [path, contents] as const),
  ]);
}

/** What an editor told the page around it. */
export interface SaidByEditor {
  readonly changes: readonly string[];
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: readonly number[] }[];
  readonly imported: readonly { readonly title?: string; readonly author?: string }[];
}

/** What the page of the editor keeps for a test. */
export interface EditorPage {
  readonly page: Page;
  /** Requests to anywhere else, errors and messages of the console. */
  readonly reports: readonly string[];
  readonly value: () => Promise<string>;
  readonly said: () => Promise<SaidByEditor>;
  /** Selects a part of the text, or puts the caret behind it. */
  readonly select: (part: string, caret?: 'caret') => Promise<void>;
}

const types: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript' };

/** Opens the editor with a text, in a page of its own. */
export async function openBodyEditor(
  browser: Browser | undefined,
  files: ReadonlyMap<string, Uint8Array>,
  text: string,
  { width = 800, dark = false } = {},
): Promise<EditorPage> {
  if (!browser) throw new Error('no browser');
  const viewport = { width, height: 700 };
  const context = await browser.newContext({ viewport, colorScheme: dark ? 'dark' : 'light', locale: 'vi-VN' });
  context.setDefaultTimeout(pageTimeout);
  const reports: string[] = [];
  await context.route('**/*', (route) => {
    const { origin: asked, pathname } = new URL(route.request().url());
    const body = asked === origin ? files.get(pathname) : undefined;
    if (!body) reports.push(route.request().url());
    const contentType = types[/\.\w+$/.exec(pathname)?.[0] ?? ''] ?? 'text/html';
    return body
      ? route.fulfill({ body: Buffer.from(body), contentType, headers: { 'content-security-policy': policy } })
      : route.abort();
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => reports.push(String(error)));
  page.on('console', (message) => reports.push(message.text()));
  await page.goto(`${origin}/#${encodeURIComponent(text)}`);
  const area = page.locator('textarea').first();
  return {
    ...{ page, reports },
    value: () => area.inputValue(),
    said: () => page.evaluate(() => (window as never as { said: SaidByEditor }).said),
    select: (part, caret) =>
      area.evaluate(
        (element: HTMLTextAreaElement, [wanted, onlyCaret]) => {
          const start = element.value.indexOf(wanted);
          if (start < 0) throw new Error(`no “${wanted}”`);
          const end = start + wanted.length;
          element.focus();
          element.setSelectionRange(onlyCaret ? end : start, end);
        },
        [part, caret === 'caret'] as const,
      ),
  };
}
