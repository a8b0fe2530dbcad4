import { listeningBar } from './listening-bar.ts';
import { markSentence } from './mark-sentence.ts';
import { spokenParts } from './spoken-parts.ts';

let stopOther = () => {};

/** Reads an article aloud, with a bar to pause, stop and hasten it; done when it is read or stopped, fails with the voice. */
export function readAloud(article: Element, voice: SpeechSynthesisVoice): Promise<void> {
  stopOther();
  const parts = spokenParts(article);
  const { element, pause, stop, speed } = listeningBar();
  const listeners = new AbortController();
  const { signal } = listeners;
  let at = 0;
  let paused = false;
  /** Held, or a browser may forget to say that it was spoken; undefined while nothing is to be heard. */
  let speaking: SpeechSynthesisUtterance | undefined;

  return new Promise((done, failed) => {
    function speak(): void {
      const part = parts[at];
      markSentence(part);
      if (!part) {
        end();
        return;
      }
      const spoken = new SpeechSynthesisUtterance(part.text);
      Object.assign(spoken, { voice, lang: voice.lang, rate: Number(speed.value) });
      spoken.addEventListener('end', () => {
        if (spoken !== speaking) return;
        at++;
        speak();
      });
      spoken.addEventListener('error', ({ error }) => {
        if (spoken === speaking) end(error);
      });
      speaking = spoken;
      speechSynthesis.speak(spoken);
    }

    function hush(): void {
      speaking = undefined;
      speechSynthesis.cancel();
    }

    /** By sentences, not by speechSynthesis.pause(), which phones take for the end. */
    function setPaused(now: boolean): void {
      if (now === paused) return;
      paused = now;
      pause.textContent = paused ? 'Đọc tiếp' : 'Tạm dừng';
      if (paused) hush();
      else speak();
    }

    function end(fault?: string): void {
      hush();
      markSentence(undefined);
      listeners.abort();
      element.remove();
      stopOther = () => {};
      if (fault) failed(new Error(fault));
      else done();
    }

    stopOther = end;
    pause.addEventListener('click', () => setPaused(!paused), { signal });
    stop.addEventListener('click', () => end(), { signal });
    speed.addEventListener(
      'change',
      () => {
        if (paused) return;
        hush();
        speak();
      },
      { signal },
    );
    addEventListener('pagehide', () => setPaused(true), { signal });
    article.querySelector('header')?.after(element);
    pause.focus();
    speak();
  });
}
