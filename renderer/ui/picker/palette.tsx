import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { CommandLayer } from '#renderer/ui/command/command-layer.tsx';
import { PickerPanel, type PickerPanelProps } from './picker-panel.tsx';
import './palette.css';

/** A picker that floats above the page and has the keys while it is there. Whoever opens it gives the focus back. */
export function PalettePanel(props: PickerPanelProps): ReactNode {
  const { label, onLeave } = props;
  return (
    <Modal.Root
      opened
      onClose={onLeave}
      closeOnEscape={false}
      returnFocus={false}
      size="44rem"
      yOffset="min(4.5rem, 5vh)"
    >
      <Modal.Overlay />
      <Modal.Content aria-label={label} className="ui-palette">
        <CommandLayer>
          <PickerPanel {...props} />
        </CommandLayer>
      </Modal.Content>
    </Modal.Root>
  );
}
