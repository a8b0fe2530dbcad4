import type { ControlProps } from '@sveltia/cms';
import type { MountedPart } from './dom-component.ts';

/** The text of an item as Markdown. */
export function mountBodyControl(
  host: HTMLElement,
  { value, forID, onChange }: ControlProps,
): MountedPart<ControlProps> {
  const text = Object.assign(document.createElement('textarea'), { id: forID, value: String(value ?? ''), rows: 20 });
  text.addEventListener('input', () => onChange(text.value));
  host.append(text);
  return {
    update: (props) => {
      if (text.value !== String(props.value ?? '')) text.value = String(props.value ?? '');
    },
  };
}
