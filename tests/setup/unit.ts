/** Fails at once where the time zone that was asked for did not take, so that no test passes in another. */
const wanted = process.env['TZ'];
const { timeZone } = new Intl.DateTimeFormat('en-GB').resolvedOptions();
if (wanted !== undefined && wanted !== timeZone) {
  throw new Error(`TZ asks for ${wanted}, but this process runs in ${timeZone}`);
}
