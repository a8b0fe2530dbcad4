import { addStyle } from './add-style.ts';
import { newButton } from './new-button.ts';

/** Replaced by the build: assets/css/viewer.css */
declare const viewerStyle: string;

/** Shows the large pictures of a gallery in a dialog, one at a time. */
function start(gallery: Element): void {
  const links = [...gallery.querySelectorAll<HTMLAnchorElement>('a')];
  const dialog = document.createElement('dialog');
  dialog.className = 'viewer';
  dialog.setAttribute('aria-label', 'Bộ ảnh');
  const figure = document.createElement('figure');
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  let current = 0;

  function show(next: number): void {
    current = (next + links.length) % links.length;
    const copy = links[current]?.closest('figure')?.cloneNode(true) as HTMLElement;
    const [picture, caption] = [copy.querySelector('picture'), copy.querySelector('figcaption')];
    for (const element of picture?.querySelectorAll('source, img') ?? []) element.setAttribute('sizes', '100vw');
    picture?.querySelector('img')?.removeAttribute('loading');
    figure.replaceChildren(...[picture, caption].filter((part) => part !== null));
    const description = document.createElement('span');
    description.className = 'spoken';
    description.textContent = `: ${picture?.querySelector('img')?.alt}`;
    status.replaceChildren(`Ảnh ${current + 1} / ${links.length}`, description);
  }

  const steps = [newButton('Ảnh trước', () => show(current - 1)), newButton('Ảnh sau', () => show(current + 1))];
  const controls = document.createElement('div');
  controls.append(
    status,
    ...(links.length > 1 ? steps : []),
    newButton('Đóng', () => dialog.close()),
  );
  dialog.append(figure, controls);
  document.body.append(dialog);

  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') show(current - 1);
    if (key === 'ArrowRight') show(current + 1);
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  // Focus the picture shown last, which may not be the one that was opened.
  dialog.addEventListener('close', () => links[current]?.focus());

  for (const [index, link] of links.entries())
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(index);
      dialog.showModal();
    });
}

addStyle(viewerStyle);
for (const gallery of document.querySelectorAll('.gallery')) start(gallery);
