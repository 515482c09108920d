import type { Details } from '../../engine/port.ts';
import { useApp } from '../../state/hooks.tsx';
import { actorWords } from '../names.ts';
import { ActorMark, slotColour } from './marks.tsx';

/** Above the title: the main theme with its colour, or what kind of actor this is. */
export function Eyebrow({ details }: { readonly details: Details }) {
  const sectors = useApp((state) => state.history?.sectors);
  if (details.kind === 'actor') {
    const { actorKind: kind, sector } = details;
    return (
      <p className="eyebrow">
        <ActorMark kind={kind} sector={sector} sectors={sectors ?? []} />
        {actorWords({ kind, sector })}
      </p>
    );
  }
  const theme = details.themes[0];
  return (
    <p className="eyebrow">
      {theme === undefined ? null : (
        <>
          <span className="mark is-round" style={{ color: slotColour(theme.colour) }} />
          <span dir="auto">{theme.name}</span>
        </>
      )}
    </p>
  );
}
