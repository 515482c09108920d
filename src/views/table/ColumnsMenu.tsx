import { Menu, MenuItemCheck, MenuItemCheckbox, MenuProvider } from '@ariakit/react';
import { EVENT_COLUMNS } from '../../engine/port.ts';
import { useApp } from '../../state/hooks.tsx';
import { COLUMN_NAMES, shownColumns } from './columns.ts';

interface ColumnsMenuProps {
  /** The button that the menu belongs to: it stands beside it and gives the focus back to it. */
  readonly anchor: HTMLButtonElement;
  readonly onClose: () => void;
}

/** Which columns stand; the title always does. Stays open, since one often wants several. */
export function ColumnsMenu({ anchor, onClose }: ColumnsMenuProps) {
  const columns = useApp((state) => state.choices.table.columns);
  const choose = useApp((state) => state.choose);
  const shown = shownColumns(columns);
  return (
    <MenuProvider
      open
      setOpen={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom-end"
      values={{ columns: shown }}
      setValues={(values) => {
        const next = values['columns'];
        if (!Array.isArray(next)) return;
        choose((now) => ({
          ...now,
          table: { ...now.table, columns: EVENT_COLUMNS.filter((column) => next.includes(column)) },
        }));
      }}
    >
      <Menu
        className="menu"
        aria-label="Columns"
        gutter={4}
        portal={false}
        fixed
        getAnchorRect={() => anchor.getBoundingClientRect()}
        autoFocusOnShow
        finalFocus={anchor}
      >
        {EVENT_COLUMNS.map((column) => (
          <MenuItemCheckbox
            key={column}
            className="menu-item"
            name="columns"
            value={column}
            disabled={column === 'title'}
          >
            <MenuItemCheck />
            {COLUMN_NAMES[column]}
          </MenuItemCheckbox>
        ))}
      </Menu>
    </MenuProvider>
  );
}
