import type { EditorContext } from './editor-context.ts';
import { insertImported } from './insert-imported.ts';

/** Puts the HTML of a clipboard into the text as Markdown; its plain text when that fails. */
export async function pasteHtml(context: EditorContext, html: string, text: string): Promise<void> {
  const { area, status } = context;
  status.say('Đang chuyển đổi…');
  try {
    const { importClipboard } = await import('./import-clipboard.ts');
    await insertImported(context, importClipboard(html), { name: 'phần vừa dán', atCaret: true });
  } catch {
    area.focus();
    document.execCommand('insertText', false, text);
    status.say('Không chuyển đổi được: đã dán thành chữ thường.');
  }
}
