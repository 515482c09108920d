/*
 * The card beside the circle that the pointer or the focus is on: name, events, what is gathered in it.
 * Knows: geometry, one HTML element. Must not know: React, store. Screen readers have the circle's name.
 */
import type { MapGeometry } from './layout.ts';
import { arcWords, countWords, groupTitle, memberWords } from './words.ts';

export interface Card {
  /** Of the circle that holds the place; nothing for null, or where it is out of the picture. */
  render(geometry: MapGeometry, placeId: string | null): void;
}

const GAP_PX = 12;
const EDGE_PX = 8;

export function createCard(element: HTMLElement): Card {
  const title = document.createElement('strong');
  const count = document.createElement('span');
  const members = document.createElement('span');
  const shared = document.createElement('span');
  element.replaceChildren(title, count, members, shared);
  return {
    render(geometry, placeId) {
      const circle =
        placeId === null
          ? undefined
          : geometry.circles.find(({ group }) => group.members.some(({ id }) => id === placeId));
      element.hidden = circle === undefined;
      if (circle === undefined) return;
      const { group, key } = circle;
      const titles = new Map(geometry.groups.map((each) => [each.key, groupTitle(each)]));
      const arcs = geometry.arcs.map(({ arc }) => arc);
      const together = arcWords(key, arcs, (other) => titles.get(other) ?? other);
      title.textContent = groupTitle(group);
      count.textContent = countWords(group);
      setLine(members, memberWords(group), '');
      setLine(shared, together, 'Together with ');
      const width = element.offsetWidth;
      const height = element.offsetHeight;
      const { widthPx } = geometry.size;
      const left = Math.min(Math.max(EDGE_PX, circle.x - width / 2), widthPx - width - EDGE_PX);
      const above = circle.y - circle.radiusPx - GAP_PX - height;
      const top = above > EDGE_PX ? above : circle.y + circle.radiusPx + GAP_PX;
      element.style.setProperty('left', `${String(Math.round(left))}px`);
      element.style.setProperty('top', `${String(Math.round(top))}px`);
    },
  };
}

function setLine(element: HTMLElement, words: string, before: string): void {
  element.hidden = words === '';
  element.textContent = words === '' ? '' : before + words;
}
