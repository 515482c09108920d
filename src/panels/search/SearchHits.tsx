import type { KeyboardEvent } from 'react';
import {
  ArrowRight,
  Building2,
  CalendarDays,
  ListFilter,
  MapPin,
  Tag,
  type LucideIcon,
} from 'lucide-react';
import { numberWords } from '../names.ts';
import { optionId, type SearchOption } from './searchOptions.ts';

interface SearchHitsProps {
  readonly id: string;
  readonly options: readonly SearchOption[];
  readonly shown: number;
  readonly found: number;
  readonly activeKey: string | null;
  /** The list is a stop of its own, so that it can be scrolled by keys; it has the same keys as the box. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onRun: (option: SearchOption) => void;
}

const ICONS: Readonly<Record<SearchOption['kind'], LucideIcon>> = {
  event: CalendarDays,
  actor: Building2,
  place: MapPin,
  theme: Tag,
  words: ListFilter,
};

/**
 * The list under the search box. An option beside another shares its line:
 *
 *   [icon  Google   organisation    filter by it][Open →]
 */
export function SearchHits({
  id,
  options,
  shown,
  found,
  activeKey,
  onKeyDown,
  onRun,
}: SearchHitsProps) {
  return (
    <div className="hits">
      <div
        id={id}
        role="listbox"
        tabIndex={0}
        aria-label="Search results"
        aria-activedescendant={optionId(
          id,
          options.find((option) => option.key === activeKey),
        )}
        className="hits-list"
        onKeyDown={onKeyDown}
      >
        {options.map((option) => {
          const Icon = ICONS[option.kind];
          return (
            // The box keeps the focus and has the keys; the pointer is the only one that comes here.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={option.key}
              ref={option.key === activeKey ? bringIntoSight : null}
              id={optionId(id, option)}
              role="option"
              aria-selected={option.key === activeKey}
              className={`hit ${option.isBeside ? 'is-beside' : ''}`}
              data-kind={option.kind}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onRun(option)}
            >
              {option.isBeside ? (
                <>
                  <span className="visually-hidden">{option.label}</span>
                  <span aria-hidden>Open</span>
                  <ArrowRight aria-hidden />
                </>
              ) : (
                <>
                  <Icon aria-hidden className="hit-icon" />
                  <span className="hit-words" dir="auto">
                    <span className="hit-label">{option.label}</span>{' '}
                    <span className="hit-detail">{option.detail}</span>
                  </span>{' '}
                  {option.act === 'filter' && option.kind !== 'words' ? (
                    <span className="hit-act">filter</span>
                  ) : null}
                </>
              )}
            </div>
          );
        })}
      </div>
      <p className="hits-foot">
        {found > shown
          ? `The first ${shown} of ${numberWords(found)}: more words narrow it`
          : `${numberWords(found)} found`}
      </p>
    </div>
  );
}

function bringIntoSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
