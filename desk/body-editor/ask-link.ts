import { completeAddress, type MarkdownLink, type PlacedLink } from './markdown-link.ts';
import { openDialog, textField } from './open-dialog.ts';

/** Asks for a link; "removed" for taking a written one off, undefined when the dialog is left. */
export async function askLink(link: PlacedLink): Promise<MarkdownLink | 'removed' | undefined> {
  const text = textField('Chữ bạn đọc thấy', link.text);
  const address = textField('Địa chỉ', link.address, 'Như www.vusta.vn, /lien-he/ hoặc tên tệp cạnh bài.');
  address.input.inputMode = 'url';
  address.input.required = true;
  address.input.autofocus = link.text !== '' || link.address === '';
  text.input.autofocus = !address.input.autofocus;
  const check = () => address.input.setCustomValidity(addressProblem(address.input.value));
  address.input.addEventListener('input', check);
  check();
  const answer = await openDialog({
    title: link.isWritten ? 'Sửa liên kết' : 'Thêm liên kết',
    fields: [text.element, address.element],
    answers: { insert: link.isWritten ? 'Sửa' : 'Thêm', ...(link.isWritten && { remove: 'Bỏ liên kết' }) },
    unchecked: ['remove'],
  });
  if (answer === 'remove') return 'removed';
  return answer === 'insert' ? { text: text.input.value, address: address.input.value } : undefined;
}

/** Why an address leads nowhere, in Vietnamese; "" when it may. */
function addressProblem(written: string): string {
  if (written.trim() === '') return 'Viết địa chỉ của liên kết.';
  const address = completeAddress(written);
  if (/^(?:file|data|javascript|blob):/i.test(address))
    return 'Bạn đọc không mở được địa chỉ này: viết địa chỉ bắt đầu bằng https://';
  return /^https?:/i.test(address) && !URL.canParse(address) ? 'Địa chỉ viết chưa đúng: xem lại.' : '';
}
