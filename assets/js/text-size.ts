// CSS alone makes the A−/A/A+ buttons work on their page; this script stores the choice.
for (const input of document.querySelectorAll<HTMLInputElement>('input[name="co-chu"]')) {
  if (input.value === document.documentElement.dataset['size']) input.checked = true;
  input.addEventListener('change', () => {
    document.documentElement.dataset['size'] = input.value;
    try {
      localStorage.setItem('co-chu', input.value);
    } catch {}
  });
}
