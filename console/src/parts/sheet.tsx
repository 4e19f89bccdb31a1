import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

/** A dialog without a heading bar of its own; its name is for those who can't see it. */
export function Sheet({ label, close, size, isCentred = false, children }: {
  readonly label: string; readonly close: () => void; readonly size: number; readonly isCentred?: boolean; readonly children: ReactNode;
}) {
  return (
    <Modal.Root opened onClose={close} size={size} padding={0} centered={isCentred} yOffset={isCentred ? '5dvh' : '12dvh'} lockScroll={false} transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.36} />
      <Modal.Content aria-label={label}><Modal.Body>{children}</Modal.Body></Modal.Content>
    </Modal.Root>
  );
}
