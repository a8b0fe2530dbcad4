/** Opens the pictures of a gallery large, one after the other, on the page. */
function start(gallery: Element): void {
  const links = [...gallery.querySelectorAll<HTMLAnchorElement>('a')];
  const dialog = document.createElement('dialog');
  dialog.className = 'viewer';
  dialog.setAttribute('aria-label', 'Bộ ảnh');
  const figure = document.createElement('figure');
  const told = document.createElement('p');
  told.setAttribute('role', 'status');
  let at = 0;

  function show(next: number): void {
    at = (next + links.length) % links.length;
    const shown = links[at]?.closest('figure')?.cloneNode(true) as HTMLElement;
    const [picture, caption] = [shown.querySelector('picture'), shown.querySelector('figcaption')];
    for (const each of picture?.querySelectorAll('source, img') ?? []) each.setAttribute('sizes', '100vw');
    picture?.querySelector('img')?.removeAttribute('loading');
    figure.replaceChildren(...[picture, caption].filter((part) => part !== null));
    const spoken = document.createElement('span');
    spoken.className = 'spoken';
    spoken.textContent = `: ${picture?.querySelector('img')?.alt}`;
    told.replaceChildren(`Ảnh ${at + 1} / ${links.length}`, spoken);
  }

  function button(words: string, action: () => void): HTMLButtonElement {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = words;
    made.addEventListener('click', action);
    return made;
  }

  const steps = [button('Ảnh trước', () => show(at - 1)), button('Ảnh sau', () => show(at + 1))];
  const controls = document.createElement('div');
  controls.append(
    told,
    ...(links.length > 1 ? steps : []),
    button('Đóng', () => dialog.close()),
  );
  dialog.append(figure, controls);
  document.body.append(dialog);

  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') show(at - 1);
    if (key === 'ArrowRight') show(at + 1);
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  // To the picture the reader saw last, which need not be the one that was opened.
  dialog.addEventListener('close', () => links[at]?.focus());

  for (const [index, link] of links.entries())
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(index);
      dialog.showModal();
    });
}

for (const gallery of document.querySelectorAll('.gallery')) start(gallery);
