import { siteColors } from '#news/site-colors.ts';
import { html } from './html.ts';

/** The page `npm start` shows while content/ cannot be built: the output of the build, an item per line. */
export function buildFailure(output: string): string {
  const advice = 'Sửa những chỗ dưới đây rồi lưu; trang tự hiện lại. Trang đang chạy trên mạng vẫn nguyên.';
  return messagesPage('Chưa dựng được trang', advice, output);
}

/** The page `npm start` shows at an address without a page while a draft has errors. */
export function draftFailure(output: string): string {
  const advice = 'Địa chỉ này chưa có trang. Bản nháp có lỗi thì chưa xem được: sửa những chỗ dưới đây rồi lưu.';
  return messagesPage('Bản nháp còn lỗi', advice, output);
}

function messagesPage(heading: string, advice: string, output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<style>body{max-width:60rem;margin:2rem auto;padding:0 1.2rem;font:1.1rem/1.7 system-ui,sans-serif;overflow-wrap:anywhere}li{margin:0 0 1rem;padding-left:.8rem;border-left:4px solid ${siteColors().light.signal};list-style:none}ul{padding:0}:root{color-scheme:light dark}</style>
</head>
<body>
<h1>${heading}</h1>
<p>${advice}</p>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
</body>
</html>
`.text;
}
