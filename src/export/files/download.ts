/*
 * Hands a file to the browser, which saves it.
 * Knows: downloads. Must not know: what is in it.
 */
export function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken the content by then; until it is revoked, it holds memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
