// What a reader looks for stays in their browser: behind the #, no server is sent it.
for (const form of document.querySelectorAll<HTMLFormElement>('.masthead form'))
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = `${form.action}#${new URLSearchParams({ q: String(new FormData(form).get('q') ?? '') })}`;
  });
