/**
 * True inside the console's preview of the portal: nothing is asked of or said to the server but
 * how the portal looks, and nothing is kept in this browser.
 */
export const isPreview =
  window.parent !== window && new URLSearchParams(window.location.search).has('preview');
