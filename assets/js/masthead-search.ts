// The query goes into the fragment, which browsers do not send to the server.
for (const form of document.querySelectorAll<HTMLFormElement>('.masthead form'))
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = `${form.action}#${new URLSearchParams({ q: String(new FormData(form).get('q') ?? '') })}`;
  });
