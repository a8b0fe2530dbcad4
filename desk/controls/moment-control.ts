import type { ControlProps } from '@sveltia/cms';
import { isoDay } from '#vietnamese/date.ts';
import type { MountedPart } from './dom-component.ts';

/** "2026-11-28" or "2026-11-28 23:54" */
const moment = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}:\d{2}))?$/;

/**
 * A date, and a time of day if there is one, in Việt Nam time. A value in another form is shown as it is written; a
 * required one begins with today.
 */
export function mountMomentControl(
  host: HTMLElement,
  { value, forID, field, onChange }: ControlProps,
): MountedPart<ControlProps> {
  const label = String(field.get('label') ?? '');
  const day = input(forID, 'date', `${label}: ngày`);
  const time = input(`${forID}-time`, 'time', `${label}: giờ, nếu có`);
  const asWritten = input(`${forID}-text`, 'text', label);
  host.className = 'desk-moment';
  host.append(day, time, asWritten);
  const show = (written: string) => {
    const [, dayPart = '', hours = ''] = moment.exec(written) ?? [];
    const timePart = hours === '' ? '' : hours.padStart('00:00'.length, '0');
    const isOther = written !== '' && dayPart === '';
    day.hidden = time.hidden = isOther;
    asWritten.hidden = !isOther;
    if (day.value !== dayPart) day.value = dayPart;
    if (time.value !== timePart) time.value = timePart;
    if (asWritten.value !== written) asWritten.value = written;
  };
  const change = () => onChange(day.value === '' ? '' : `${day.value}${time.value && ` ${time.value}`}`);
  day.addEventListener('change', change);
  time.addEventListener('change', change);
  asWritten.addEventListener('change', () => onChange(asWritten.value.trim()));
  show(String(value ?? ''));
  if (!value && field.get('required') !== false) onChange(isoDay(new Date()));
  return { update: (props) => show(String(props.value ?? '')) };
}

function input(id: string, type: 'date' | 'time' | 'text', label: string): HTMLInputElement {
  return Object.assign(document.createElement('input'), { id, type, ariaLabel: label });
}
