// The query goes into the fragment, which browsers do not send to the server.
for (const form of document.querySelectorAll<HTMLFormElement>('form.search-field'))
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    location.href = `${form.action}#${new URLSearchParams(fields)}`;
  });
