import styles from './skeleton.module.css';

/** Placeholder of a value that loads. It appears after 300 ms, so that a fast answer does not flicker. */
export function Skeleton({ width }: { width: number | string }) {
  return <span className={styles.skeleton} style={{ width }} aria-hidden="true" />;
}
