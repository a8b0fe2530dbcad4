// Without this file the box works on the page it is on; with it the choice is kept.
const box = document.querySelector<HTMLInputElement>('#tuong-phan');
const { dataset } = document.documentElement;

if (box) {
  box.checked = 'contrast' in dataset;
  box.addEventListener('change', () => {
    if (box.checked) dataset['contrast'] = 'more';
    else delete dataset['contrast'];
    try {
      if (box.checked) localStorage.setItem('tuong-phan', 'more');
      else localStorage.removeItem('tuong-phan');
    } catch {}
  });
}
