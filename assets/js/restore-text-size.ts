try {
  const size = localStorage.getItem('co-chu');
  if (size) document.documentElement.dataset['size'] = size;
} catch {}
