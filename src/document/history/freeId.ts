/*
 * An id for a record that is new: readable, since it stands in addresses and files.
 * Knows: names. Must not know: which ids are taken.
 */

const LENGTH_LIMIT = 48;

/** The name in small letters and hyphens; `kind` where nothing of it is left; a number where that is taken. */
export function freeId(name: string, kind: string, isTaken: (id: string) => boolean): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LENGTH_LIMIT)
    .replace(/^-+|-+$/gu, '');
  const base = plain === '' ? kind : plain;
  if (!isTaken(base)) return base;
  let number = 2;
  while (isTaken(`${base}-${String(number)}`)) number += 1;
  return `${base}-${String(number)}`;
}
