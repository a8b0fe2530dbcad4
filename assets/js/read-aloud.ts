import { addStyle } from './add-style.ts';
import { listeningBar } from './listening-bar.ts';
import { markSentence } from './mark-sentence.ts';
import { spokenSentences } from './spoken-sentences.ts';

/** Replaced by the build: assets/css/listening.css */
declare const listeningStyle: string;

addStyle(listeningStyle);
let stopPrevious = () => {};

/** Reads an article aloud, with a bar of controls; resolves when it is read or stopped, rejects when speech fails. */
export function readAloud(article: Element, voice: SpeechSynthesisVoice): Promise<void> {
  stopPrevious();
  const sentences = spokenSentences(article);
  const { element, pause, stop, speed } = listeningBar();
  const listeners = new AbortController();
  const { signal } = listeners;
  let index = 0;
  let paused = false;
  /** Referenced here, because a browser may drop the events of an unreferenced one; undefined while silent. */
  let current: SpeechSynthesisUtterance | undefined;

  return new Promise((resolve, reject) => {
    function speak(): void {
      const sentence = sentences[index];
      markSentence(sentence);
      if (!sentence) {
        end();
        return;
      }
      const utterance = new SpeechSynthesisUtterance(sentence.text);
      Object.assign(utterance, { voice, lang: voice.lang, rate: Number(speed.value) });
      utterance.addEventListener('end', () => {
        if (utterance !== current) return;
        index++;
        speak();
      });
      utterance.addEventListener('error', ({ error }) => {
        if (utterance === current) end(error);
      });
      current = utterance;
      speechSynthesis.speak(utterance);
    }

    function cancelSpeech(): void {
      current = undefined;
      speechSynthesis.cancel();
    }

    /** Cancels and repeats the sentence: phones treat speechSynthesis.pause() as the end. */
    function setPaused(value: boolean): void {
      if (value === paused) return;
      paused = value;
      pause.textContent = paused ? 'Đọc tiếp' : 'Tạm dừng';
      if (paused) cancelSpeech();
      else speak();
    }

    function end(error?: string): void {
      cancelSpeech();
      markSentence(undefined);
      listeners.abort();
      element.remove();
      stopPrevious = () => {};
      if (error) reject(new Error(error));
      else resolve();
    }

    stopPrevious = end;
    pause.addEventListener('click', () => setPaused(!paused), { signal });
    stop.addEventListener('click', () => end(), { signal });
    speed.addEventListener(
      'change',
      () => {
        if (paused) return;
        cancelSpeech();
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
