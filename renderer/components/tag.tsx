import styles from './tag.module.css';

/** A short text in a frame, such as a status. */
export function Tag({ look, children }: { look?: 'warning'; children: string }) {
  return <span className={`${styles.tag} ${look ? styles[look] : ''}`}>{children}</span>;
}
