import styles from './tag.module.css';

/** A short text in a frame, such as a status. */
export function Tag({ children }: { children: string }) {
  return <span className={styles.tag}>{children}</span>;
}
