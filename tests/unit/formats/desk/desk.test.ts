/* The formats' worker and the page's side of it, over real channels. */
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../../../src/formats/desk/client.ts';
import type {
  DeskFailure,
  DeskFile,
  DeskProgress,
  Look,
  TableLook,
} from '../../../../src/formats/desk/messages.ts';
import type { DeskPage } from '../../../../src/formats/desk/server.ts';
import type { Result } from '../../../../src/base/result.ts';
import { canonicalJson } from '../../../../src/model/canonicalJson.ts';
import { historyFromText } from '../../../fixtures/historyFromText.ts';
import { workersOf, type Workers } from './pairOf.ts';

const MEETINGS = `Meeting,Minister,Date,Organisation,Reason
1,Ada Lovelace,03-2014,Google,Safety online
1,Ada Lovelace,03-2014,Microsoft,Safety online
2,Ada Lovelace,04-2014,NSPCC,"Children, and their rights"
`;

function fileOf(text: string, name: string | null = 'meetings.csv'): DeskFile {
  return { key: `${name ?? ''} ${text}`, name, content: new Blob([text]) };
}

function valueOf<T>(result: Result<T, DeskFailure>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function withDesk<T>(
  run: (desk: ReturnType<typeof createDesk>, workers: Workers) => Promise<T>,
  serve?: (page: DeskPage) => void,
): Promise<T> {
  const workers = workersOf(serve);
  const desk = createDesk(workers.start);
  try {
    return await run(desk, workers);
  } finally {
    desk.close();
  }
}

function tableOf(look: Look): TableLook {
  if (look.table === null) throw new Error(`It was taken for ${look.format.name}.`);
  return look.table;
}

describe('the formats’ worker', () => {
  it('looks at a table, tries a mapping on it and reads it', () =>
    withDesk(async (desk) => {
      const file = fileOf(MEETINGS);
      const look = valueOf(await desk.ask('look', { file, as: null, cut: null }));
      expect(look.format.id).toBe('table');
      expect(look.possible[0]).toEqual(look.format);
      expect(look.possible.map(({ id }) => id)).toContain('gexf');
      const { cut, guess, columns, rowsTotal } = tableOf(look);
      expect(rowsTotal).toBe(3);
      expect(columns.map(({ name }) => name)).toEqual([
        'Meeting',
        'Minister',
        'Date',
        'Organisation',
        'Reason',
      ]);
      const mapping = { ...guess, joinBy: ['Meeting'] };
      const trial = valueOf(await desk.ask('trial', { file, cut, mapping }));
      expect(trial).toMatchObject({ rowsTried: 3, rowsTotal: 3, eventsTotal: 2, leftOutTotal: 0 });
      expect(trial.events[0]).toMatchObject({
        dateWords: 'March 2014, day not stated',
        isDateRaw: false,
        organisations: ['Google', 'Microsoft'],
        people: ['Ada Lovelace'],
      });
      const read = valueOf(await desk.ask('read', { file, as: 'table', table: { cut, mapping } }));
      const dataset = JSON.parse(await read.content.text()) as { events: unknown[] };
      expect(dataset.events).toHaveLength(2);
      expect(read.report).toMatchObject({
        fileName: 'meetings.csv',
        format: { id: 'table' },
        unit: 'rows',
        unitsTotal: 3,
        eventsTotal: 2,
        leftOut: null,
      });
    }));

  it('hands back what was left out of a table as a table', () =>
    withDesk(async (desk) => {
      const file = fileOf(`Exported on 1 May;;;;\n${MEETINGS.replaceAll(',', ';')}`);
      const look = valueOf(await desk.ask('look', { file, as: null, cut: null }));
      const { cut, guess } = tableOf(look);
      expect(cut).toEqual({ delimiter: ';', headerRow: 2 });
      const table = { cut, mapping: guess };
      const { report } = valueOf(await desk.ask('read', { file, as: 'table', table }));
      expect(report.leftOut).toMatchObject({ total: 1, name: 'meetings (left out).csv' });
      expect(await report.leftOut?.content.text()).toBe(
        'Meeting;Minister;Date;Organisation;Reason\nExported on 1 May;;;;\n',
      );
    }));

  it('reads another format without asking, and as what it is told to', () =>
    withDesk(async (desk) => {
      const slides = { events: [{ start_date: { year: '2014' }, text: { headline: 'One' } }] };
      const file = fileOf(JSON.stringify(slides), 'slides.json');
      const look = valueOf(await desk.ask('look', { file, as: null, cut: null }));
      expect(look).toMatchObject({ format: { id: 'timelinejs-3' }, table: null });
      const read = valueOf(await desk.ask('read', { file, as: look.format.id, table: null }));
      expect(read.report).toMatchObject({ eventsTotal: 1, format: look.format });
      const told = await desk.ask('read', { file, as: 'threadline', table: null });
      expect(told.ok ? null : told.error.kind).toBe('invalid');
    }));

  it('says of what nobody knows what it is', () =>
    withDesk(async (desk) => {
      const file = fileOf('<!doctype html><title>Sign in</title>', 'history.csv');
      const look = await desk.ask('look', { file, as: null, cut: null });
      expect(look.ok ? '' : look.error.message).toContain('web page');
    }));

  it('writes a history in another format', () =>
    withDesk(async (desk) => {
      const dataset = historyFromText('2014-02 Summit: Google @London #Safety =summit');
      const written = valueOf(
        await desk.ask('write', {
          history: new Blob([canonicalJson(dataset)]),
          writer: 'csv',
          only: null,
          options: { network: null, nowMs: 0, link: null, scenes: null },
        }),
      );
      expect(written).toMatchObject({ ending: 'csv', unit: 'events', writtenTotal: 1 });
      expect(await written.content.text()).toContain('Summit');
    }));
});

describe('the page’s side', () => {
  const silent = (): void => undefined;
  const QUESTION = { file: fileOf(MEETINGS), as: null, cut: null };

  it('starts no worker before it asks, and one for all questions', () =>
    withDesk(async (desk, workers) => {
      expect(workers.started()).toBe(0);
      await Promise.all([desk.ask('look', QUESTION), desk.ask('look', QUESTION)]);
      expect(workers.started()).toBe(1);
    }));

  it('ends the worker in the middle of what is cancelled, and another takes up the rest', () =>
    withDesk(async (desk, workers) => {
      const stop = new AbortController();
      const cancelled = desk.ask('look', QUESTION, { signal: stop.signal });
      const wanted = desk.ask('look', QUESTION);
      stop.abort(new Error('Changed my mind.'));
      await expect(cancelled).rejects.toThrow('Changed my mind.');
      expect((await wanted).ok).toBe(true);
      expect([workers.started(), workers.ended()]).toEqual([2, 1]);
    }));

  it('asks nothing once it is cancelled', () =>
    withDesk(async (desk, workers) => {
      const asked = desk.ask('look', QUESTION, { signal: AbortSignal.abort(new Error('Late.')) });
      await expect(asked).rejects.toThrow('Late.');
      expect(workers.started()).toBe(0);
    }));

  it('tells how far it is', () =>
    withDesk(async (desk) => {
      const told: DeskProgress[] = [];
      await desk.ask('look', QUESTION, { onProgress: (progress) => told.push(progress) });
      expect(told[0]).toEqual({ words: 'Looking at the file', share: null });
    }));

  it('tells in words that a worker has crashed, and goes on with another', () =>
    withDesk(async (desk, workers) => {
      const asked = desk.ask('look', QUESTION);
      workers.crash('out of memory');
      const told = await asked;
      expect(told.ok ? '' : told.error.message).toContain('has stopped: out of memory.');
      expect(workers.ended()).toBe(1);
      const again = desk.ask('look', QUESTION);
      workers.crash('');
      const toldAgain = await again;
      expect(toldAgain.ok ? '' : toldAgain.error.message).toContain('it could not be started');
    }, silent));

  it('rejects what is under way when it is closed', async () => {
    const workers = workersOf(silent);
    const desk = createDesk(workers.start);
    const asked = desk.ask('look', QUESTION);
    desk.close();
    await expect(asked).rejects.toThrow('No longer wanted.');
    expect(workers.ended()).toBe(1);
  });
});
