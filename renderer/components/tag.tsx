import styles from './tag.module.css';

/** A small word in a frame: a status, a plan. */
export function Tag({ children }: { children: string }) {
  return <span className={styles.tag}>{children}</span>;
}
