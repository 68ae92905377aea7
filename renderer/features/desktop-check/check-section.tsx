import { useEffect } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { type CheckLine, type CheckReport, checkStatuses, lineText } from '../../../preload/contract/check';
import { Button } from '../../components/button';
import { useLanguage } from '../../messages/language';
import styles from './check-section.module.css';
import type { DesktopCheckState } from './check-store';
import { desktopCheckMessages } from './messages';

/** Button that checks what Ringside needs on this desktop, and the result, which can be copied for a ticket. */
export function CheckSection({ store }: { store: StoreApi<DesktopCheckState> }) {
  const { code, messages } = useLanguage();
  const words = desktopCheckMessages[code];
  const { isRunning, report, problem, copied, checkPressed, copyRequested, dropped } = useStore(store);
  // The texts of a result are in the language of the check.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language drops the result.
  useEffect(() => dropped, [dropped, code]);
  const count = (status: string) => report?.lines.filter((line) => line.status === status).length ?? 0;
  const said = isRunning
    ? words.running
    : report
      ? words.summary(count('failed'), count('warning'), report.lines.length)
      : problem && messages.problems[problem.kind].title;
  return (
    <div className={styles.section}>
      <div className={styles.row}>
        {/* The status is its own element, so that a screen reader announces only what changes. */}
        <div>
          {!said && <p className="muted">{words.hint}</p>}
          <p role="status" className={report && styles.summary}>
            {said}
          </p>
        </div>
        <Button onClick={() => void checkPressed()} aria-disabled={isRunning}>
          {words.check}
        </Button>
      </div>
      {report && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area has to be reachable to be scrolled by keys. */}
          <ul className={styles.lines} tabIndex={0} aria-label={words.result}>
            {worstFirst(report).map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a result does not change.
              <li key={index} className={styles.line}>
                <span className={styles[line.status]}>{words.statuses[line.status]}</span>
                <span className="selectable">
                  <strong>{line.label}</strong>
                  {line.subject && <span className="muted"> {line.subject}</span>}
                  <br />
                  {line.text} {line.advice && <span className="muted">{line.advice}</span>}
                </span>
              </li>
            ))}
          </ul>
          <div className={styles.actions}>
            <Button onClick={() => void copyRequested(reportText(report))}>{words.copy}</Button>
            <span aria-live="polite" className={`${styles.copied} small`}>
              {copied === 'refused' ? messages.diagnostics.notCopied : copied && messages.diagnostics.copied}
            </span>
          </div>
        </>
      )}
    </div>
  );
}

/** The lines that need attention come first. A desk can have many studios. */
function worstFirst({ lines }: CheckReport): CheckLine[] {
  return lines.toSorted((a, b) => checkStatuses.indexOf(b.status) - checkStatuses.indexOf(a.status));
}

/** A line each, as `ringside --check` prints them; the statuses are its words in every language. */
function reportText({ lines }: CheckReport): string {
  return lines.map((line) => `${line.status.padEnd(7)}  ${lineText(line)}`).join('\n');
}
