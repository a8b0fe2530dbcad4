import { statusKey, statusKeys } from '../entry/status.ts';

/** The part of the open form that shows a key of the front matter or the body; undefined if it is not there yet. */
export function fieldOfKey(key: string): Element | undefined {
  const shownKey = (statusKeys as readonly string[]).includes(key) ? statusKey : key;
  return document.querySelector(`[data-key-path="${CSS.escape(shownKey)}"]`) ?? undefined;
}

/** The same, scrolled to: the CMS makes the lower fields of a form only when they come into view. */
export async function scrollToField(key: string): Promise<Element | undefined> {
  const scroller = scrollerOf(document.querySelector('[data-key-path]'));
  for (let top = 0; scroller && !fieldOfKey(key) && top < scroller.scrollHeight; top += scroller.clientHeight / 2) {
    scroller.scrollTop = top;
    await nextFrame();
    await nextFrame();
  }
  const field = fieldOfKey(key);
  field?.scrollIntoView({ block: 'center' });
  for (let frames = 0; field && !controlOf(field) && frames < maxFrames; frames++) await nextFrame();
  return field;
}

/** Longer than any control takes to appear in its field. */
const maxFrames = 60;

/** What in a field takes the focus: its text before anything else. */
export function controlOf(field: Element): HTMLElement | undefined {
  const kinds = ['textarea', 'input:not([hidden])', '[role=radio]', 'button'];
  return (
    kinds.map((kind) => field.querySelector<HTMLElement>(`.field-wrapper ${kind}`)).find((found) => found !== null) ??
    undefined
  );
}

function scrollerOf(element: Element | null): Element | null {
  if (!element || (element.scrollHeight > element.clientHeight && getComputedStyle(element).overflowY !== 'visible'))
    return element;
  return scrollerOf(element.parentElement);
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}
