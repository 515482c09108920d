/*
 * A briefing handed to the browser as a file.
 * Knows: the briefing as JSON, downloads. Must not know: who asks.
 */
import { writeBriefing } from '../../document/briefingFile.ts';
import { freeId } from '../../document/sceneCommands.ts';
import { download } from '../../export/files/download.ts';
import type { Scene } from '../../model/types.ts';

export function saveBriefing(title: string, scenes: readonly Scene[]): void {
  saveJson(writeBriefing(title, scenes), `${freeId(title, [])}-briefing.json`);
}

export function saveJson(text: string, name: string): void {
  download(new Blob([text], { type: 'application/json' }), name);
}
