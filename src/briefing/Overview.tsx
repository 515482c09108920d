/*
 * All scenes at a glance, as live miniatures; choosing one goes there.
 * Knows: scenes, slides. Must not know: windows, what choosing does elsewhere.
 */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Scene } from '../model/types.ts';
import type { DrawsArrangement } from '../ui/arrangement.ts';
import { DesignBox } from './DesignBox.tsx';
import { Slide } from './Slide.tsx';

interface OverviewProps {
  /** The scenes that are shown. */
  readonly scenes: readonly Scene[];
  /** Of the present scene, from 0. */
  readonly at: number;
  readonly onChoose: (scene: Scene) => void;
  readonly Arrangement: DrawsArrangement;
}

export function Overview({ scenes, at, onChoose, Arrangement }: OverviewProps) {
  const grid = useRef<HTMLElement>(null);
  const buttons = (): readonly HTMLElement[] => [
    ...(grid.current?.querySelectorAll<HTMLElement>('.overview-choose') ?? []),
  ];

  useEffect(() => {
    grid.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = buttons();
    const present = all.findIndex((button) => button === document.activeElement);
    const next = all[indexAfter(event.key, present, all)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    // The arrows move among the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav ref={grid} className="overview" aria-label="All scenes" onKeyDown={onKeyDown}>
      <ol>
        {scenes.map((scene, index) => (
          <li key={scene.id} className="overview-scene">
            {/* Beside the button, not in it: a picture holds buttons of its own. */}
            <Miniature scene={scene} Arrangement={Arrangement} />
            <button
              type="button"
              className="overview-choose"
              aria-current={index === at ? 'true' : undefined}
              aria-label={`${String(index + 1)} ${scene.title}`}
              onClick={() => onChoose(scene)}
            >
              <b>{index + 1}</b> {scene.title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Rows are as long as the window makes them: up and down are asked of the places themselves. */
function indexAfter(key: string, present: number, all: readonly HTMLElement[]): number {
  const from = all[present];
  if (from === undefined) return -1;
  const topOf = (button: HTMLElement): number => button.getBoundingClientRect().top;
  const perRow = all.filter((button) => Math.abs(topOf(button) - topOf(from)) < 2).length;
  switch (key) {
    case 'ArrowRight':
      return present + 1;
    case 'ArrowLeft':
      return present - 1;
    case 'ArrowDown':
      return present + perRow;
    case 'ArrowUp':
      return present - perRow;
    case 'Home':
      return 0;
    case 'End':
      return all.length - 1;
    default:
      return -1;
  }
}

interface MiniatureProps {
  readonly scene: Scene;
  readonly Arrangement: DrawsArrangement;
}

/** Drawn once it comes into sight. */
function Miniature({ scene, Arrangement }: MiniatureProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (box.current === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className="miniature" inert aria-hidden="true">
      {isSeen ? (
        <DesignBox aspect={16 / 9}>
          <Slide scene={scene} step={0} look={null} onLook={null} Arrangement={Arrangement} />
        </DesignBox>
      ) : null}
    </div>
  );
}
