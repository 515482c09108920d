/*
 * What opens from a button of the view and stands beside it, over the picture, which stays in sight.
 * Knows: Ariakit. Must not know: what stands in it.
 */
import { Popover, PopoverHeading, PopoverProvider } from '@ariakit/react';
import type { ReactNode, RefObject } from 'react';

export interface NetworkPopoverProps {
  /** The button that it belongs to: it stands beside it and gives the focus back to it. */
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly title: string;
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function NetworkPopover(props: NetworkPopoverProps): ReactNode {
  const { anchor, title, className, onClose, children } = props;
  return (
    <PopoverProvider
      open
      setOpen={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom-end"
    >
      <Popover
        className={`network-popover ${className}`}
        gutter={6}
        overflowPadding={8}
        portal={false}
        fixed
        getAnchorRect={() => anchor.current?.getBoundingClientRect() ?? null}
        finalFocus={anchor}
        // A press on the button itself closes by the button's own doing.
        hideOnInteractOutside={(event) =>
          !(event.target instanceof Node && anchor.current?.contains(event.target) === true)
        }
      >
        <PopoverHeading className="network-popover-title">{title}</PopoverHeading>
        {children}
      </Popover>
    </PopoverProvider>
  );
}
