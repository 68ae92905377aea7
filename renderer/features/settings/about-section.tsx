import type { ReactNode } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { Button } from '../../components/button';
import { Wordmark } from '../../components/wordmark';
import { useLanguage } from '../../messages/language';
import styles from './settings-screen.module.css';
import type { SettingsState } from './settings-store';

/** Versions, folder of the log, and a button that copies both for a ticket. */
export function AboutSection(props: {
  store: StoreApi<SettingsState>;
  diagnostics: () => string;
  updates: ReactNode;
  /** The check of this desktop. */
  check: ReactNode;
}) {
  const { messages } = useLanguage();
  const words = messages.settings;
  const { about, copied, logsWanted, copyRequested } = useStore(props.store);
  const versions = about?.versions ?? [];
  return (
    <section>
      <h2 className={styles.title}>{words.about}</h2>
      <Wordmark />
      <dl className={styles.versions}>
        {versions.map(([name, version]) => (
          <div key={name} className={styles.version}>
            <dt className="muted">{name}</dt>
            <dd className="number selectable">{version}</dd>
          </div>
        ))}
        <div className={styles.version}>
          <dt className="muted">{words.logs}</dt>
          <dd className="id selectable">{about?.logs}</dd>
        </div>
      </dl>
      {props.updates}
      {props.check}
      <div className={styles.actions}>
        <Button onClick={logsWanted}>{words.openLogs}</Button>
        <Button
          onClick={() => {
            const lines = versions.map(([name, version]) => `- ${name}: ${version}`);
            void copyRequested([...lines, '', props.diagnostics()].join('\n'));
          }}
        >
          {words.copyDiagnostics}
        </Button>
        <span aria-live="polite" className={`${styles.copied} small`}>
          {copied === 'refused' ? messages.diagnostics.notCopied : copied && messages.diagnostics.copied}
        </span>
      </div>
      <details className={styles.licences}>
        <summary>{words.licences}</summary>
        <p className="muted small">{words.licencesHint}</p>
        <ul className={styles.list}>
          {about?.licences.map(({ name, version, licence, text }) => (
            <li key={`${name} ${version}`}>
              <details>
                <summary>
                  {name} {version} <span className="muted">{licence}</span>
                </summary>
                <pre className={`${styles.licence} id selectable`}>{text}</pre>
              </details>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
