import type { ReactNode } from 'react';
import styles from './notice.module.css';

/**
 * A strip across the window with a message about all of it; `calm` for a message that is no problem.
 *
 * @param props.isQuiet whether something else announces the message
 */
export function Notice(props: {
  label: string;
  look?: 'calm';
  isQuiet?: boolean;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <section
      className={`${styles.notice} ${props.look === 'calm' ? styles.calm : ''}`}
      aria-label={props.label}
      tabIndex={-1}
      data-region
    >
      <div className={styles.words} role={props.isQuiet ? undefined : 'status'}>
        {props.children}
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </section>
  );
}
