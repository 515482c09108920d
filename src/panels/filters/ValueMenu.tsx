import { useLayoutEffect } from 'react';
import {
  Menu,
  MenuItem,
  MenuItemCheck,
  MenuItemRadio,
  MenuSeparator,
  useMenuStore,
} from '@ariakit/react';
import type { FacetName } from '../../engine/port.ts';
import { valueUse, withUse, type Choices, type ValueUse } from '../../state/choices.ts';
import { useApp } from '../../state/hooks.tsx';

export interface ValueMenuTarget {
  /** The button that the menu belongs to: it stands beside it and gives the focus back to it. */
  readonly anchor: HTMLButtonElement;
  readonly facet: FacetName;
  readonly id: string;
  readonly name: string;
}

interface ValueMenuProps {
  readonly target: ValueMenuTarget;
  readonly onClose: () => void;
}

const USES: readonly { readonly use: Exclude<ValueUse, null>; readonly label: string }[] = [
  { use: 'any', label: 'Allow as alternative' },
  { use: 'all', label: 'Require' },
  { use: 'none', label: 'Exclude' },
];

/** How one value of a facet is used. One menu serves all rows: it moves to the button that opens it. */
export function ValueMenu({ target, onClose }: ValueMenuProps) {
  const { anchor, facet, id, name } = target;
  const use = useApp((state) => valueUse(state.choices, facet, id));
  const choose = useApp((state) => state.choose);
  const act = (change: (now: Choices) => Choices): void => {
    choose(change);
    onClose();
  };
  const menu = useMenuStore({
    open: true,
    setOpen: (isOpen) => {
      if (!isOpen) onClose();
    },
    placement: 'bottom-end',
    values: { use: use ?? '' },
  });

  // What a menu button of the library's own would say: where the menu hangs, and that the first item
  // takes the focus.
  useLayoutEffect(() => {
    menu.setAnchorElement(anchor);
    menu.setDisclosureElement(anchor);
    menu.setInitialFocus('first');
    menu.setAutoFocusOnShow(true);
    // It closes by leaving the page: the focus inside goes back before that.
    return () => {
      if (menu.getState().contentElement?.contains(document.activeElement)) anchor.focus();
    };
  }, [menu, anchor]);

  return (
    <Menu
      store={menu}
      className="menu"
      aria-label={`Options for ${name}`}
      gutter={4}
      portal={false}
      fixed
    >
      {USES.map((item) => (
        <MenuItemRadio
          key={item.use}
          className="menu-item"
          name="use"
          value={item.use}
          hideOnClick
          onClick={() => act((now) => withUse(now, facet, id, item.use))}
        >
          <MenuItemCheck />
          {item.label}
        </MenuItemRadio>
      ))}
      <MenuSeparator className="menu-separator" />
      <MenuItem className="menu-item" onClick={() => act((now) => onlyThis(now, facet, id))}>
        Only this
      </MenuItem>
      <MenuItem
        className="menu-item"
        disabled={use === null}
        onClick={() => act((now) => withUse(now, facet, id, null))}
      >
        Clear
      </MenuItem>
    </Menu>
  );
}

/** One value in place of whatever its facet said before. */
function onlyThis(choices: Choices, facet: FacetName, id: string): Choices {
  const others = choices.clauses.filter((clause) => clause.facet !== facet);
  return withUse({ ...choices, clauses: others }, facet, id, 'any');
}
