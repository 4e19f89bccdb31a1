import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { ProblemNote } from './states.tsx';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly close: () => void;
  readonly children: ReactNode;
  readonly size?: number;
}

/** A dialog: what it is about, its content; Escape and the cross close it. */
export function Dialog({ title, open, close, children, size = 480 }: DialogProps) {
  return (
    <Modal opened={open} onClose={close} title={title} size={size} centered lockScroll={false} transitionProps={{ duration: 100 }}
      closeButtonProps={{ 'aria-label': 'Close' }}>
      {children}
    </Modal>
  );
}

interface ConfirmProps extends DialogProps {
  /** A verb and what it is done to. */
  readonly action: string;
  readonly isGrave?: boolean;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly act: () => void;
}

/** Asks before something is done; the children say what it touches. */
export function Confirm({ action, isGrave = false, isBusy, problem, act, children, ...dialog }: ConfirmProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    act();
  };
  return (
    <Dialog {...dialog}>
      <form className="stack" onSubmit={submit}>
        {children}
        {problem && <ProblemNote problem={problem} retry={problem.wantsFreshSignIn ? act : undefined} />}
        <div className="buttons end">
          <Button variant="default" onClick={dialog.close}>Cancel</Button>
          <Button type="submit" loading={isBusy} className={isGrave ? 'grave' : ''}>{action}</Button>
        </div>
      </form>
    </Dialog>
  );
}
