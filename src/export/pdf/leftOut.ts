/*
 * In the place of what jsPDF would fetch to turn HTML into pictures, which nothing here does (vite.config.ts).
 */
export function leftOut(): never {
  throw new Error('This part of jsPDF is not in this program.');
}
