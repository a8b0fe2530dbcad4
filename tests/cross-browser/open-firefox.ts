import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';
import type { ForgettableHost, TestedBrowser, TestedPage } from './tested-browser.ts';

const hostname = 'trang.invalid';

/** Pages of http://trang.invalid are trusted as those of https are, or they would have no service worker. */
const preferences = {
  'network.dns.localDomains': hostname,
  'dom.securecontext.allowlist': hostname,
  'dom.serviceWorkers.testing.enabled': true,
};

/** Launches Firefox from FIREFOX_PATH or the system. Returns undefined, and says so, if there is none that starts. */
export async function openFirefox(): Promise<TestedBrowser | undefined> {
  for (const executablePath of [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox']) {
    if (!executablePath || !existsSync(executablePath)) continue;
    try {
      return testedFirefox(
        await puppeteer.launch({
          browser: 'firefox',
          executablePath,
          // To make a name unknown, script has to run in the window of the browser itself.
          args: ['--remote-allow-system-access'],
          extraPrefsFirefox: preferences,
        }),
      );
    } catch (error) {
      console.error(`${executablePath}: ${String(error).split('\n')[0]}`);
    }
  }
  console.error('No Firefox could be started; its tests are skipped. Set FIREFOX_PATH.');
  return undefined;
}

async function testedFirefox(browser: Browser): Promise<TestedBrowser> {
  return {
    name: (await browser.version()).replace('firefox/', 'Firefox '),
    openPage: () => openPage(browser),
    forgettableHost: forgettableHost(browser),
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser): Promise<TestedPage> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate: (run, ...args) => page.evaluate(run as never, ...args) as never,
    close: () => context.close(),
  };
}

/** The part of Puppeteer's BiDi connection that its types leave out. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ readonly result: { readonly contexts: { context: string }[] } }>;
}

function forgettableHost(browser: Browser): ForgettableHost {
  const { connection } = browser as unknown as { readonly connection: BidiConnection };
  return {
    hostname,
    async forget() {
      const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
      await connection.send('script.evaluate', {
        expression: `Services.prefs.setStringPref('network.dns.localDomains', '');
          Services.dns.clearCache(true);
          Services.obs.notifyObservers(null, 'net:prune-all-connections')`,
        awaitPromise: false,
        target: { context: result.contexts[0]?.context },
      });
    },
  };
}
