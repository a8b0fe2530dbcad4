import type { ControlProps } from '@sveltia/cms';
import { isoDay } from '#vietnamese/date.ts';
import { fileTextKey } from '../entry/entry.ts';
import { parseStatus, type Status, statusText } from '../entry/status.ts';
import { askForText } from './ask-for-text.ts';
import type { MountedPart } from './dom-component.ts';

/** Draft or public, and for an article that readers have seen a button that withdraws it with a reason. */
export function mountStatusControl(host: HTMLElement, props: ControlProps): MountedPart<ControlProps> {
  let onChange = props.onChange;
  const choose = (status: Status) => onChange(statusText(status));
  const draft = option(props.forID, 'Bản nháp: chỉ người biên tập thấy', () => choose({ is: 'draft' }));
  const published = option(props.forID, 'Đăng: bạn đọc thấy từ ngày đăng', () => choose({ is: 'public' }));
  const note = document.createElement('p');
  note.setAttribute('role', 'status');
  const withdraw = document.createElement('button');
  Object.assign(withdraw, { type: 'button', className: 'desk-button' });
  withdraw.addEventListener('click', async () => {
    if (parseStatus(String(current.value ?? '')).is === 'withdrawn') return choose({ is: 'public' });
    const reason = await askForText({
      title: 'Gỡ bài này',
      explanation: 'Bài không mất: ở địa chỉ của bài, bạn đọc thấy ngày gỡ và lý do. Sau này có thể đăng lại.',
      label: 'Lý do gỡ bài, bạn đọc sẽ thấy',
      action: 'Gỡ bài',
    });
    if (reason !== undefined) choose({ is: 'withdrawn', date: isoDay(new Date()), reason });
  });
  let current = props;
  host.className = 'desk-status';
  host.append(draft.label, published.label, withdraw, note);

  const update = (next: ControlProps) => {
    current = next;
    onChange = next.onChange;
    const status = parseStatus(String(next.value ?? ''));
    const data = next.entry?.toJS()['data'] as Readonly<Record<string, unknown>> | undefined;
    const isSaved = Boolean(data?.[fileTextKey]);
    draft.input.checked = status.is === 'draft';
    published.input.checked = status.is === 'public';
    const canWithdraw = next.field.get('withdrawable') === true;
    withdraw.hidden = !canWithdraw || (status.is === 'public' && !isSaved) || status.is === 'draft';
    withdraw.textContent = status.is === 'withdrawn' ? 'Đăng lại bài' : 'Gỡ bài…';
    note.textContent = status.is === 'withdrawn' ? `Bài đã gỡ ngày ${status.date}. Lý do: ${status.reason}` : '';
  };
  update(props);
  return { update };
}

function option(name: string, text: string, onChoice: () => void) {
  const input = Object.assign(document.createElement('input'), { type: 'radio', name });
  input.addEventListener('change', onChoice);
  const label = document.createElement('label');
  label.append(input, ` ${text}`);
  return { input, label };
}
