import type { Page } from 'playwright-core';

/** An utterance passed to the stub; a headless browser has no voices. */
export interface SpokenUtterance {
  readonly text: string;
  readonly rate: number;
  readonly voice: string | undefined;
}

interface Stub {
  readonly spoken: SpokenUtterance[];
  readonly finish: (event: 'end' | 'error') => void;
  readonly setVoices: (langs: readonly string[]) => void;
}

type WithStub = Window & { readonly stub: Stub };

/** Replaces speech synthesis on the next page; utterances end only when the test ends them. */
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
    const spoken: SpokenUtterance[] = [];
    const next = (event: string) => {
      const utterance = queue.shift();
      utterance?.dispatchEvent(Object.assign(new Event(event), { error: 'synthesis-failed' }));
    };
    const synthesis = {
      onvoiceschanged: () => {},
      getVoices: () => voices,
      speak: (utterance: Utterance) => {
        // An empty utterance only unlocks speech on phones and ends at once.
        if (utterance.text === '') return;
        queue.push(utterance);
        spoken.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice?.lang });
      },
      cancel: () => {
        const cancelled = queue;
        queue = [];
        for (const utterance of cancelled)
          setTimeout(() => utterance.dispatchEvent(Object.assign(new Event('error'), { error: 'canceled' })));
      },
    };
    const stub: Stub = {
      spoken,
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

/** All utterances started so far, in order. */
export function spokenUtterances(page: Page): Promise<readonly SpokenUtterance[]> {
  return page.evaluate(() => (window as unknown as WithStub).stub.spoken);
}

/** Ends the current utterance, or lets it fail. */
export function endUtterance(page: Page, event: 'end' | 'error' = 'end'): Promise<void> {
  return page.evaluate((how) => (window as unknown as WithStub).stub.finish(how), event);
}

/** Changes the available voices and fires voiceschanged. */
export function setVoices(page: Page, langs: readonly string[]): Promise<void> {
  return page.evaluate((changed) => (window as unknown as WithStub).stub.setVoices(changed), langs);
}
