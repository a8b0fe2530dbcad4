// A table written as HTML scrolls in itself where it is too wide; the keyboard must then be able to reach it.
for (const table of document.querySelectorAll<HTMLTableElement>('.prose > table'))
  if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
