// CSS alone makes the checkbox work on its page; this script stores the choice.
const checkbox = document.querySelector<HTMLInputElement>('#tuong-phan');
const { dataset } = document.documentElement;

if (checkbox) {
  checkbox.checked = 'contrast' in dataset;
  checkbox.addEventListener('change', () => {
    if (checkbox.checked) dataset['contrast'] = 'more';
    else delete dataset['contrast'];
    try {
      if (checkbox.checked) localStorage.setItem('tuong-phan', 'more');
      else localStorage.removeItem('tuong-phan');
    } catch {}
  });
}
