import { type ReactNode, useEffect } from 'react';
import { type StoreApi, useStore } from 'zustand';
import {
  densities,
  languageChoices,
  type Preferences,
  themes,
  type VerificationFactor,
  zoomSteps,
} from '../../../preload/contract/preferences';
import { Dialog } from '../../components/dialog';
import { numberFormat } from '../../format/intl';
import { useLanguage } from '../../messages/language';
import { AboutSection } from './about-section';
import { Choice, Toggle } from './fields';
import styles from './settings-screen.module.css';
import type { SettingsState } from './settings-store';

const idleChoices = [0, 1, 2, 5, 10, 15, 30, 60];

/** All settings, including those that a policy sets. */
export function SettingsScreen(props: {
  store: StoreApi<SettingsState>;
  factors: readonly VerificationFactor[];
  onClose: () => void;
  /** Diagnostic text for a ticket, beside the versions. */
  diagnostics: () => string;
  /** Section about the telephone index. */
  phoneIndex: ReactNode;
  /** Section about updates. */
  updates: ReactNode;
  /** The check of this desktop. */
  check: ReactNode;
  /** The connection: address, key, demo data. */
  children: ReactNode;
}) {
  const { messages, locale } = useLanguage();
  const words = messages.settings;
  const state = useStore(props.store);
  const { preferences, opened } = state;
  useEffect(() => void opened(), [opened]);

  const common = <P extends keyof Preferences>(name: P) => ({
    label: words[name],
    value: preferences[name],
    locked: state.locked.includes(name),
    onChange: (value: Preferences[P]) => void state.changed({ [name]: value }),
  });
  const minutes = numberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  const percent = numberFormat(locale, { style: 'percent' });
  const idle = [...new Set([...idleChoices, preferences.idleMinutes])].sort((a, b) => a - b);

  return (
    <Dialog label={words.heading} closeWords={messages.connect.back} onClose={props.onClose}>
      <div className={styles.body}>
        <div className={styles.column}>
          {state.problem && (
            <p role="alert" className={styles.problem}>
              <strong>{messages.problems[state.problem.kind].title}</strong>{' '}
              {messages.problems[state.problem.kind].advice}
            </p>
          )}
          <section>
            <h2 className={styles.title}>{words.appearance}</h2>
            <Choice {...common('language')} of={languageChoices} name={(value) => words.languages[value]} />
            <Choice {...common('theme')} of={themes} name={(value) => words.themes[value]} />
            <Choice {...common('density')} of={densities} name={(value) => words.densities[value]} />
            <Choice {...common('zoom')} of={zoomSteps} name={(value) => percent.format(value / 100)} />
          </section>
          <section>
            <h2 className={styles.title}>{words.privacy}</h2>
            <Choice
              {...common('idleMinutes')}
              of={idle}
              name={(value) => (value === 0 ? words.never : minutes.format(value))}
            />
            <Toggle {...common('maskContact')} hint={words.maskContactHint} />
            <Toggle {...common('contentProtection')} hint={words.contentProtectionHint} />
            <div className={styles.row}>
              <span>{words.verification}</span>
              <span className="muted">
                {props.factors.map((factor) => messages.verification.factors[factor]).join(', ') || words.off}{' '}
                · {words.byPolicyOnly}
              </span>
            </div>
          </section>
          {props.phoneIndex}
          <AboutSection
            store={props.store}
            diagnostics={props.diagnostics}
            updates={props.updates}
            check={props.check}
          />
        </div>
        <div className={styles.column}>{props.children}</div>
      </div>
    </Dialog>
  );
}
