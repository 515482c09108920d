/*
 * In the place of the two thousand names of characters that Markdown knows (&euro;), in workers, which have no
 * document to ask (vite.config.ts): prose.ts switches them off, so nothing asks for one.
 */
export function decodeNamedCharacterReference(): false {
  return false;
}
