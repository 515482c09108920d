import { describe, expect, it } from 'vitest';
import { largeOwnTitle } from '../../../src/panels/open/largeOwn.ts';

const titleOf = (text: string, fileName: string | null = 'file.json', largeBytes = 10) =>
  largeOwnTitle(new Blob([text]), fileName, largeBytes);

describe('a large file of our own', () => {
  it('is told by its beginning, with the title that it gives itself', async () => {
    expect(await titleOf('{"version":1,"title":"One “two” \\"three\\"","events":[')).toBe(
      'One “two” "three"',
    );
    expect(await titleOf('\uFEFF {\n  "title": "Late",\n  "version": 1,')).toBe('Late');
  });

  it('is called as the file where no title is in sight', async () => {
    const actors = `"actors":["${'x'.repeat(70_000)}"]`;
    expect(await titleOf(`{"version":1,${actors},"title":"Far"`)).toBe('file.json');
    expect(await titleOf('{"version":1,"title":"\\u00"}', null)).toBe('A large history');
  });

  it('is none where it is small, or says nothing of a version, or is no object', async () => {
    expect(await titleOf('{"version":1,"title":"Small"}', 'file.json', 1000)).toBeNull();
    expect(await titleOf('{"title":{"text":{}},"events":[]}')).toBeNull();
    expect(await titleOf('date,title\n2014,"version": 1 of it')).toBeNull();
  });
});
