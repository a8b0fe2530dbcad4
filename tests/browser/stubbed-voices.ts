import type { Page } from 'playwright-core';

/** What the stub was told; a browser without a screen has no voice of its own. */
export interface Spoken {
  readonly text: string;
  readonly rate: number;
  readonly voice: string | undefined;
}

interface Stub {
  readonly said: Spoken[];
  readonly finish: (event: 'end' | 'error') => void;
  readonly setVoices: (langs: readonly string[]) => void;
}

type WithStub = Window & { readonly stub: Stub };

/** Gives the next page voices of these languages, which speak only as the test lets them. */
export async function stubVoices(page: Page, langs: readonly string[]): Promise<void> {
  await page.addInitScript((first) => {
    class Utterance extends EventTarget {
      voice: { lang: string } | undefined;
      rate = 1;
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    let voices = first.map((lang) => ({ lang, name: lang }));
    let queue: Utterance[] = [];
    const said: Spoken[] = [];
    const next = (event: string) => {
      const utterance = queue.shift();
      utterance?.dispatchEvent(Object.assign(new Event(event), { error: 'synthesis-failed' }));
    };
    const synthesis = {
      onvoiceschanged: () => {},
      getVoices: () => voices,
      speak: (utterance: Utterance) => {
        // An empty one opens the mouth of a phone and is done at once.
        if (utterance.text === '') return;
        queue.push(utterance);
        said.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice?.lang });
      },
      cancel: () => {
        const cancelled = queue;
        queue = [];
        for (const utterance of cancelled)
          setTimeout(() => utterance.dispatchEvent(Object.assign(new Event('error'), { error: 'canceled' })));
      },
    };
    const stub: Stub = {
      said,
      finish: next,
      setVoices: (changed) => {
        voices = changed.map((lang) => ({ lang, name: lang }));
        synthesis.onvoiceschanged();
      },
    };
    Object.assign(window, { stub });
    for (const [name, value] of [
      ['speechSynthesis', synthesis],
      ['SpeechSynthesisUtterance', Utterance],
    ] as const)
      Object.defineProperty(window, name, { value });
  }, langs);
}

/** All that was begun to be read, in order. */
export function said(page: Page): Promise<readonly Spoken[]> {
  return page.evaluate(() => (window as unknown as WithStub).stub.said);
}

/** The voice comes to the end of its sentence, or fails. */
export function finish(page: Page, event: 'end' | 'error' = 'end'): Promise<void> {
  return page.evaluate((how) => (window as unknown as WithStub).stub.finish(how), event);
}

/** The browser finds other voices than at first. */
export function setVoices(page: Page, langs: readonly string[]): Promise<void> {
  return page.evaluate((changed) => (window as unknown as WithStub).stub.setVoices(changed), langs);
}
