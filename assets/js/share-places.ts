/** The places in the share row for what only a script can do: sending by Zalo, copying the link, saving the article. */
export const [zaloPlace, copyPlace, savePlace] = document.querySelectorAll('.share li:empty');
