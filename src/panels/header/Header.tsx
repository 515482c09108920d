/*
 * The top of the page: whose history this is, its views, the search, the buttons.
 * Knows: choices, steps. Must not know: what a view draws, what a dialog holds.
 */
import { useId, type RefObject } from 'react';
import { Ellipsis, SlidersHorizontal } from 'lucide-react';
import { useApp } from '../../state/hooks.tsx';
import { PHONE } from '../../ui/layouts.ts';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { Search } from '../search/Search.tsx';
import { useChips } from '../useChips.ts';
import {
  BriefingButton,
  EditButton,
  MainButtons,
  PresentButton,
  RedoButton,
  UndoButton,
  type BriefingButtonProps,
  type PresentButtonProps,
} from './HeaderButtons.tsx';
import { BesideSelect, ViewTabs } from './ViewTabs.tsx';
import './header.css';

export type DialogName = 'open' | 'report' | 'share' | 'export' | 'help' | 'filters';

interface HeaderProps extends Omit<BriefingButtonProps, 'areWordsShown'> {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onLeaveSearch: () => void;
  readonly onDialog: (name: DialogName) => void;
  readonly onPresent: () => void;
}

export function Header(props: HeaderProps) {
  const { searchRef, onLeaveSearch, onDialog, onPresent, isMaking, onMake } = props;
  const title = useApp((state) => state.history?.title);
  const language = useApp((state) => state.history?.language ?? undefined);
  const isOpening = useApp((state) => state.opening !== null);
  const isPhone = useMediaQuery(PHONE);
  return (
    <header className="header">
      <h1 className="header-title" lang={language} dir="auto">
        {title ?? <span className={isOpening ? 'waiting-line' : ''}>Threadline</span>}
      </h1>
      {isPhone ? (
        <PhoneButtons {...{ onDialog, onPresent, isMaking, onMake }} />
      ) : (
        <>
          <ViewTabs isSingle={false} />
          <BesideSelect />
          <div className="button-pair">
            <UndoButton areWordsShown={false} />
            <RedoButton areWordsShown={false} />
          </div>
        </>
      )}
      <Search inputRef={searchRef} onLeave={onLeaveSearch} />
      {isPhone ? (
        <FiltersButton onDialog={onDialog} />
      ) : (
        <div className="header-buttons">
          <MainButtons onDialog={onDialog} areWordsShown={false} />
          <EditButton areWordsShown={false} />
          <BriefingButton isMaking={isMaking} onMake={onMake} areWordsShown={false} />
          <PresentButton onPresent={onPresent} />
        </div>
      )}
      {isPhone ? <ViewTabs isSingle /> : null}
    </header>
  );
}

interface DialogProps {
  readonly onDialog: (name: DialogName) => void;
}

type PhoneButtonsProps = DialogProps &
  PresentButtonProps &
  Omit<BriefingButtonProps, 'areWordsShown'>;

/** On a phone: undo stays in sight, the rest waits behind one button. */
function PhoneButtons({ onDialog, onPresent, isMaking, onMake }: PhoneButtonsProps) {
  return (
    <div className="header-buttons">
      <UndoButton areWordsShown={false} />
      <button
        type="button"
        className="button is-icon is-quiet"
        aria-label="More"
        popoverTarget="header-more"
      >
        <Ellipsis aria-hidden />
      </button>
      <div id="header-more" popover="auto" className="menu header-more">
        <RedoButton areWordsShown />
        <MainButtons onDialog={onDialog} areWordsShown />
        <EditButton areWordsShown />
        <BriefingButton isMaking={isMaking} onMake={onMake} areWordsShown />
        <PresentButton onPresent={onPresent} />
      </div>
    </div>
  );
}

function FiltersButton({ onDialog }: DialogProps) {
  const count = useChips().length;
  const countId = useId();
  return (
    <button
      type="button"
      className="button"
      aria-haspopup="dialog"
      aria-label="Filters"
      aria-describedby={countId}
      onClick={() => onDialog('filters')}
    >
      <SlidersHorizontal aria-hidden />
      Filters
      <span id={countId}>
        {count === 0 ? null : (
          <span className="badge">
            {count}
            <span className="visually-hidden"> active</span>
          </span>
        )}
      </span>
    </button>
  );
}
