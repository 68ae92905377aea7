import styles from './skeleton.module.css';

/** Keeps a value's place while it loads; appears after 300 ms, so that a quick answer does not flicker. */
export function Skeleton({ width }: { width: number | string }) {
  return <span className={styles.skeleton} style={{ width }} aria-hidden="true" />;
}
