/*
 * Starts the program inside a file that holds all of it: unpacks its modules, hands them to the browser under
 * addresses of their own, and leaves on the page what the program asks for (src/base/oneFile.ts).
 * Plain script for the browser; scripts/oneFile.ts puts it into the file, and its hash into the policy.
 */
(() => {
  const start = document.documentElement.outerHTML;
  /** @param {string} id */
  const textIn = (id) => document.getElementById(id)?.textContent ?? '';
  const { entries, workers, files } =
    /** @type {{ entries: string[], workers: string[], files: Record<string, string> }} */ (
      JSON.parse(textIn('threadline-program'))
    );
  /** @type {Map<string, Promise<string>>} */
  const made = new Map();
  /** @type {Map<string, string>} */
  const addresses = new Map();

  // As scripts/base85.ts writes them.
  const LETTERS =
    '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?_,;()[]{}@%$#';
  const valueOf = new Uint8Array(128);
  for (let i = 0; i < LETTERS.length; i += 1) valueOf[LETTERS.charCodeAt(i)] = i;
  /** @param {string} text */
  const bytes = (text) => {
    const result = new Uint8Array(Math.floor((text.length * 4) / 5));
    const view = new DataView(new ArrayBuffer(4));
    for (let at = 0, to = 0; at < text.length; at += 5, to += 4) {
      let word = 0;
      // What the last letters lack is as if it were the highest.
      for (let i = at; i < at + 5; i += 1) {
        word = word * 85 + (i < text.length ? (valueOf[text.charCodeAt(i)] ?? 0) : 84);
      }
      view.setUint32(0, word);
      for (let i = 0; i < 4 && to + i < result.length; i += 1) result[to + i] = view.getUint8(i);
    }
    return result;
  };
  /** @param {string} url */
  const nameIn = (url) => url.slice(url.lastIndexOf('/') + 1);

  /** @param {string} name */
  const unpack = async (name) => {
    const packed = files[name];
    if (packed === undefined) throw new Error(`This file lacks its part "${name}".`);
    const stream = new Blob([bytes(packed)]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).text();
  };

  /** The address of a module, with those that it imports under theirs. @param {string} name */
  const addressOf = (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const making = unpack(name).then(async (code) => {
      const needed = new Set(
        [...code.matchAll(/"threadline:([\w.-]+)"/g)]
          .map(([, part]) => part ?? '')
          .filter((part) => part in files),
      );
      /** @type {Map<string, string>} */
      const theirs = new Map();
      await Promise.all([...needed].map(async (part) => theirs.set(part, await addressOf(part))));
      const linked = code.replaceAll(
        /"threadline:([\w.-]+)"/g,
        /** @param {string} text @param {string} part */ (text, part) =>
          theirs.has(part) ? `"${theirs.get(part) ?? ''}"` : text,
      );
      const address = URL.createObjectURL(new Blob([linked], { type: 'text/javascript' }));
      addresses.set(name, address);
      return address;
    });
    made.set(name, making);
    return making;
  };

  globalThis.threadlineFile = {
    load: async (name) => {
      /** @type {unknown} */
      const module = await import(await addressOf(name));
      return module;
    },
    addressOf: (url) => addresses.get(nameIn(url)) ?? url,
    bytesOf: (url) => {
      const packed = document.querySelector(`script[data-file="${CSS.escape(nameIn(url))}"]`);
      return packed === null ? null : bytes(packed.textContent);
    },
    history: () => textIn('threadline-history'),
    page: () => `<!doctype html>\n${start}`,
    home: document.querySelector('meta[name="threadline-home"]')?.getAttribute('content') ?? '',
  };

  // Workers start at once when they are wanted: their addresses are there before the program is.
  Promise.all(workers.map(addressOf))
    .then(async () => {
      for (const entry of entries) await globalThis.threadlineFile?.load(entry);
    })
    .catch((/** @type {unknown} */ error) => {
      const root = document.getElementById('root');
      if (root !== null) {
        root.setAttribute('role', 'alert');
        root.textContent =
          'This file could not be started. It needs Chrome, Edge, Firefox or Safari of 2024 or later.';
      }
      reportError(error);
    });
})();
