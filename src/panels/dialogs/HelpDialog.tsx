import { Fragment } from 'react';
import type { DatasetAnswer } from '../../engine/port.ts';
import { useApp, usePreferences } from '../../state/hooks.tsx';
import { BRIEFING_KEYS_HELP } from '../../ui/briefingKeys.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Prose } from '../../ui/Prose.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { ProblemList } from '../failure/ProblemList.tsx';
import { GESTURES_HELP, KEYS_HELP, type KeyHelp } from '../shortcuts.ts';
import { SourceLine } from '../SourceLine.tsx';
import './dialogs.css';

/** Keys, gestures, and what is to be known about the open history. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const history = useApp((state) => state.history);
  const hasLetterKeys = usePreferences((state) => state.hasLetterKeys);
  const setLetterKeys = usePreferences((state) => state.setLetterKeys);
  return (
    <Dialog title="Help" onClose={onClose}>
      <section aria-label="Keys" className="help-part">
        <h3>Keys</h3>
        <Switch
          label="Single-letter keys"
          hint="Switch them off if a speech program or a slip of the finger sets them off"
          isOn={hasLetterKeys}
          onChange={setLetterKeys}
        />
        <dl className="help-list">
          {KEYS_HELP.map((help) => (
            <Fragment key={help.does}>
              <dt>
                <Keys keys={help.keys} />
              </dt>
              <dd>{help.does}</dd>
            </Fragment>
          ))}
        </dl>
      </section>
      <section aria-label="While presenting" className="help-part">
        <h3>While presenting</h3>
        <dl className="help-list">
          {BRIEFING_KEYS_HELP.map(({ keys, does }) => (
            <Fragment key={does}>
              <dt>
                <Keys keys={keys.map((key) => [key])} />
              </dt>
              <dd>{does}</dd>
            </Fragment>
          ))}
        </dl>
      </section>
      <section aria-label="Pointer and touch" className="help-part">
        <h3>Pointer and touch</h3>
        <dl className="help-list">
          {GESTURES_HELP.map((help) => (
            <Fragment key={help.gesture}>
              <dt>{help.gesture}</dt>
              <dd>{help.does}</dd>
            </Fragment>
          ))}
        </dl>
      </section>
      {history === null ? null : <About history={history} />}
    </Dialog>
  );
}

function Keys({ keys }: { readonly keys: KeyHelp['keys'] }) {
  return keys.map((combination, index) => (
    <Fragment key={combination.join(' ')}>
      {index === 0 ? null : combination.length === 1 ? ' ' : ' or '}
      {combination.map((key, place) => (
        <Fragment key={key}>
          {place === 0 ? null : ' '}
          <kbd className="key">{key}</kbd>
        </Fragment>
      ))}
    </Fragment>
  ));
}

function About({ history }: { readonly history: DatasetAnswer }) {
  return (
    <section
      aria-label="About this history"
      className="help-part"
      lang={history.language ?? undefined}
    >
      <h3>About this history</h3>
      <p className="about-title" dir="auto">
        {history.title}
      </p>
      {history.subtitle === null ? null : (
        <p dir="auto" className="about-subtitle">
          {history.subtitle}
        </p>
      )}
      {history.asOf === null ? null : <p>Written: {history.asOf.words}</p>}
      {history.description === null ? null : <Prose text={history.description} />}
      {history.licence === null ? null : (
        <>
          <h4>Licence</h4>
          <Prose text={history.licence} />
        </>
      )}
      {history.sources.length === 0 ? null : (
        <>
          <h4>Sources</h4>
          <ul className="source-list">
            {history.sources.map((source) => (
              <li key={source.id}>
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </>
      )}
      {history.warnings.length === 0 ? null : (
        <>
          <h4>Kept and marked while reading</h4>
          <ProblemList problems={history.warnings} total={history.warnings.length} />
        </>
      )}
    </section>
  );
}
