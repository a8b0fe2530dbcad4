import { html } from '../html.ts';

/** The logo: a seedling over an open book. It is not an official emblem. */
export const siteLogo = html`<svg class="mark" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false"><g fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"><circle cx="24" cy="24" r="22"/><path d="M24 30V17m0 5c-5 0-7-3-7-7 5 0 7 3 7 7Zm0-3c0-4 2-7 7-7 0 5-3 7-7 7ZM8 31c5-3 11-3 16 0 5-3 11-3 16 0M10 37c5-3 9-3 14 0 5-3 9-3 14 0"/></g></svg>`;
