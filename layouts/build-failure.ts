import { html } from './html.ts';

/** The page `npm start` shows while content/ cannot be built: the output of the build, an item per line. */
export function buildFailure(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chưa dựng được trang</title>
<style>body{max-width:60rem;margin:2rem auto;padding:0 1.2rem;font:1.1rem/1.7 system-ui,sans-serif;overflow-wrap:anywhere}li{margin:0 0 1rem;padding-left:.8rem;border-left:4px solid #981420;list-style:none}ul{padding:0}:root{color-scheme:light dark}</style>
</head>
<body>
<h1>Chưa dựng được trang</h1>
<p>Sửa những chỗ dưới đây rồi lưu; trang tự hiện lại. Trang đang chạy trên mạng vẫn nguyên.</p>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
</body>
</html>
`.text;
}
