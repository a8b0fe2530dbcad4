// A table written as HTML scrolls when it is too wide; it must then be reachable by keyboard.
for (const table of document.querySelectorAll<HTMLTableElement>('.prose > table'))
  if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
