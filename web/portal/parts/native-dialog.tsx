import { type ReactNode, useEffect, useRef } from 'react';
import classes from './native-dialog.module.css';

/**
 * The browser's own dialog: keeps the focus inside and gives it back, for no code at all.
 * Without onClose it stays until what it asks for is done.
 */
export function NativeDialog(props: {
  labelledBy: string;
  onClose?: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={props.labelledBy}
      className={classes.dialog}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose?.();
      }}
    >
      {props.children}
    </dialog>
  );
}
