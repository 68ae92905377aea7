import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';
import { KeyHint } from './key-hint';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'plain' | 'primary' | 'fault' | 'quiet';
  /** The key that does the same, as it is written on this platform. */
  keyHint?: string | undefined;
}

export function Button({ look = 'plain', keyHint, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={[styles.button, styles[look], className].filter(Boolean).join(' ')}
    >
      {children}
      {keyHint && <KeyHint>{keyHint}</KeyHint>}
    </button>
  );
}
