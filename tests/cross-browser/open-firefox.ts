import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type KeyInput } from 'puppeteer-core';
import type { ForgettableHost, TestedBrowser, TestedPage, TestedPageOptions } from './tested-browser.ts';

const hostname = 'trang.invalid';

const widths = [320, 768, 1440];

/** Pages of http://trang.invalid are trusted as those of https are, or they would have no service worker. */
const preferences = {
  'network.dns.localDomains': hostname,
  'dom.securecontext.allowlist': hostname,
  'dom.serviceWorkers.testing.enabled': true,
  // The folder is the one of browser.download.dir.
  'browser.download.folderList': 2,
};

/** Launches Firefox from FIREFOX_PATH or the system. Returns undefined, and says so, if there is none that starts. */
export async function openFirefox(): Promise<TestedBrowser | undefined> {
  const downloadFolder = mkdtempSync(join(tmpdir(), 'firefox-downloads-'));
  for (const executablePath of [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox']) {
    if (!executablePath || !existsSync(executablePath)) continue;
    try {
      return testedFirefox(
        await puppeteer.launch({
          browser: 'firefox',
          executablePath,
          // For evaluateInBrowser.
          args: ['--remote-allow-system-access'],
          extraPrefsFirefox: { ...preferences, 'browser.download.dir': downloadFolder },
        }),
        downloadFolder,
      );
    } catch (error) {
      console.error(`${executablePath}: ${String(error).split('\n')[0]}`);
    }
  }
  rmSync(downloadFolder, { recursive: true });
  console.error('No Firefox could be started; its tests are skipped. Set FIREFOX_PATH.');
  return undefined;
}

async function testedFirefox(browser: Browser, downloadFolder: string): Promise<TestedBrowser> {
  return {
    name: (await browser.version()).replace('firefox/', 'Firefox '),
    openPage: (options = {}) => openPage(browser, options),
    canDisableJavaScript: true,
    canPrint: true,
    widths,
    downloadFolder,
    forgettableHost: forgettableHost(browser),
    async close() {
      await browser.close();
      rmSync(downloadFolder, { recursive: true });
    },
  };
}

async function openPage(
  browser: Browser,
  { javaScript = true, serviceWorker = false }: TestedPageOptions,
): Promise<TestedPage> {
  // Of the whole browser: the tests open one page after the other.
  const setPreferences = (scripts: boolean, workers: boolean) =>
    evaluateInBrowser(
      browser,
      `Services.prefs.setBoolPref('javascript.enabled', ${scripts});
      Services.prefs.setBoolPref('dom.serviceWorkers.enabled', ${workers})`,
    );
  await setPreferences(javaScript, serviceWorker);
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate: (run, ...args) => page.evaluate(run as never, ...args) as never,
    resize: (width, height) => page.setViewport({ width, height }),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key as KeyInput),
    print: () => page.pdf({ format: 'A4' }),
    scriptErrors: () => errors.splice(0),
    async close() {
      await context.close();
      await setPreferences(true, true);
    },
  };
}

/** The part of Puppeteer's BiDi connection that its types leave out. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ readonly result: { readonly contexts: { context: string }[] } }>;
}

/** Runs script in the window of the browser itself, which may change its preferences. */
async function evaluateInBrowser(browser: Browser, expression: string): Promise<void> {
  const { connection } = browser as unknown as { readonly connection: BidiConnection };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const target = { context: result.contexts[0]?.context };
  await connection.send('script.evaluate', { expression, awaitPromise: false, target });
}

function forgettableHost(browser: Browser): ForgettableHost {
  return {
    hostname,
    forget: () =>
      evaluateInBrowser(
        browser,
        `Services.prefs.setStringPref('network.dns.localDomains', '');
        Services.dns.clearCache(true);
        Services.obs.notifyObservers(null, 'net:prune-all-connections')`,
      ),
  };
}
