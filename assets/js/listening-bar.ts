import { newButton } from './new-button.ts';

/** The controls for reading aloud. */
export interface ListeningBar {
  readonly element: HTMLElement;
  readonly pause: HTMLButtonElement;
  readonly stop: HTMLButtonElement;
  readonly speed: HTMLSelectElement;
}

const speeds = [
  { rate: '0.75', name: 'Chậm' },
  { rate: '1', name: 'Vừa' },
  { rate: '1.25', name: 'Nhanh' },
  { rate: '1.5', name: 'Rất nhanh' },
];
const storageKey = 'toc-do-doc';

/** Creates the bar, with the speed the reader chose last. */
export function listeningBar(): ListeningBar {
  const element = document.createElement('div');
  element.className = 'listening';
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', 'Nghe bài');
  const speed = document.createElement('select');
  for (const { rate, name } of speeds) speed.add(new Option(name, rate));
  speed.value = storedSpeed();
  speed.addEventListener('change', () => {
    try {
      localStorage.setItem(storageKey, speed.value);
    } catch {}
  });
  const label = document.createElement('label');
  label.append('Tốc độ ', speed);
  const [pause, stop] = [newButton('Tạm dừng'), newButton('Dừng')] as const;
  element.append(pause, stop, label);
  return { element, pause, stop, speed };
}

function storedSpeed(): string {
  try {
    const rate = localStorage.getItem(storageKey);
    if (speeds.some((speed) => speed.rate === rate)) return rate ?? '1';
  } catch {}
  return '1';
}
