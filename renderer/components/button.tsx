import type { ButtonHTMLAttributes } from 'react';
import type { Action } from '../actions';
import styles from './button.module.css';
import { KeyHint } from './key-hint';
import { useKeyOf } from './platform';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'plain' | 'primary' | 'fault' | 'quiet';
  /** The action whose shortcut does the same; the button shows its key. */
  action?: Action | undefined;
  /** A key that does the same in this place only, such as `Esc`. */
  keyHint?: string | undefined;
}

export function Button({ look = 'plain', action, keyHint, children, className, ...rest }: ButtonProps) {
  const { hint = keyHint, aria } = useKeyOf(action);
  return (
    <button
      type="button"
      aria-keyshortcuts={aria}
      {...rest}
      className={[styles.button, styles[look], className].filter(Boolean).join(' ')}
    >
      {children}
      {hint && <KeyHint>{hint}</KeyHint>}
    </button>
  );
}
