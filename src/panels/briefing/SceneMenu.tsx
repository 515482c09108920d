import { EllipsisVertical } from 'lucide-react';
import { Menu, MenuButton, MenuItem, MenuProvider, MenuSeparator } from '@ariakit/react';

export interface SceneAction {
  readonly words: string;
  /** Null: nothing to do now. */
  readonly act: (() => void) | null;
  /** It begins another group. */
  readonly isApart?: boolean;
}

interface SceneMenuProps {
  readonly title: string;
  readonly actions: readonly SceneAction[];
}

/** What can be done with one scene, behind one button. */
export function SceneMenu({ title, actions }: SceneMenuProps) {
  return (
    <MenuProvider placement="bottom-end">
      <MenuButton
        className="button is-icon is-quiet"
        aria-label={`Options for scene ${title}`}
        title="Options"
      >
        <EllipsisVertical aria-hidden />
      </MenuButton>
      <Menu
        className="menu"
        aria-label={`Options for scene ${title}`}
        gutter={4}
        portal={false}
        fixed
        unmountOnHide
      >
        {actions.map(({ words, act, isApart = false }) => [
          isApart ? <MenuSeparator key={`before ${words}`} className="menu-separator" /> : null,
          <MenuItem
            key={words}
            className="menu-item"
            disabled={act === null}
            onClick={act ?? undefined}
          >
            {words}
          </MenuItem>,
        ])}
      </Menu>
    </MenuProvider>
  );
}
