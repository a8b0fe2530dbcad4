try {
  const { dataset } = document.documentElement;
  const size = localStorage.getItem('co-chu');
  if (size) dataset['size'] = size;
  const contrast = localStorage.getItem('tuong-phan');
  if (contrast) dataset['contrast'] = contrast;
} catch {}
