import { useId } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { type Brand, brands, connectedStates, type ImportRow } from '../../../preload/contract/studio-import';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { useProblemWords } from '../../components/studios';
import { numberFormat } from '../../format/intl';
import { useLanguage } from '../../messages/language';
import type { ImportStoreState } from './import-store';
import styles from './studios.module.css';

/** Dialog that adds many studios: paste rows or choose a file, look at them, connect them, and see what became of each. */
export function AddStudios({ store }: { store: StoreApi<ImportStoreState> }) {
  const { messages, locale } = useLanguage();
  const id = useId();
  const words = messages.studios;
  const problemWords = useProblemWords();
  const state = useStore(store);
  if (!state.open) return null;
  const { rows, busy, problem } = state;
  const needsBrand = state.brand !== undefined || rows.some((row) => row.state === 'brandNeeded');
  return (
    <Dialog label={words.addMany} look="wide" closeWords={messages.diagnostics.close} onClose={state.closed}>
      <div className={styles.import}>
        <p className="muted">{words.rowsHint}</p>
        <label htmlFor={id} className={styles.label}>
          {words.rows}
        </label>
        <textarea
          id={id}
          className={styles.rows}
          rows={4}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          placeholder={words.rowsExample}
          value={state.text}
          onChange={(event) => void state.textTyped(event.target.value)}
        />
        <div className={styles.actions}>
          <Button onClick={() => void state.filePressed()}>{words.chooseFile}</Button>
          {needsBrand && (
            <BrandChoice brand={state.brand} onChoose={(brand) => void state.brandChosen(brand)} />
          )}
        </div>
        {problem && (
          <p role="alert" className={styles.problem}>
            <strong>{problemWords(problem).title}</strong> {problemWords(problem).advice}
          </p>
        )}
        {rows.length > 0 && <Rows {...state} />}
        {rows.some((row) => row.problem?.kind === 'unauthorized') && (
          <p className="muted">{messages.connect.keyRefused}</p>
        )}
        {rows.length > 0 && (
          <div className={styles.actions}>
            {(busy || rows.some(mayBeConnected)) && (
              <Button look="primary" aria-disabled={busy} onClick={() => void state.connectPressed()}>
                {busy ? words.connecting : isTried(rows) ? words.connectAgain : words.connectAll}
              </Button>
            )}
            <p role="status">{summary(rows, words.connectedOf, numberFormat(locale))}</p>
          </div>
        )}
        {state.fromFile && <p className="muted">{words.deleteFile}</p>}
      </div>
    </Dialog>
  );
}

/** Whether connecting would try this row. */
function mayBeConnected({ state }: ImportRow): boolean {
  return state === 'ready' || state === 'failed' || state === 'nameNeeded';
}

/** Whether every row was tried: pressing again tries those that failed. */
function isTried(rows: readonly ImportRow[]): boolean {
  return rows.every(({ state }) => state !== 'ready' && state !== 'proving');
}

/** Rows that need attention first, once they were tried; otherwise in the order of the text. */
function inOrder(rows: readonly ImportRow[]): readonly ImportRow[] {
  if (!rows.some(({ state }) => connectedStates.has(state))) return rows;
  const isOpen = ({ state }: ImportRow) => !connectedStates.has(state);
  return [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))];
}

function summary(
  rows: readonly ImportRow[],
  words: (connected: string, all: string) => string,
  number: Intl.NumberFormat,
): string {
  const connected = rows.filter(({ state }) => connectedStates.has(state)).length;
  return words(number.format(connected), number.format(rows.length));
}

function BrandChoice(props: { brand: Brand | undefined; onChoose: (brand: Brand | undefined) => void }) {
  const id = useId();
  const words = useLanguage().messages.studios;
  return (
    <span className={styles.brand}>
      <label htmlFor={id}>{words.brand}</label>
      <select
        id={id}
        className={styles.select}
        value={props.brand ?? ''}
        onChange={(event) => props.onChoose(brands.find((each) => each === event.target.value))}
      >
        <option value="">{words.chooseBrand}</option>
        {brands.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </span>
  );
}

function Rows({ rows, busy, names, nameTyped, connectPressed }: ImportStoreState) {
  const { messages } = useLanguage();
  const words = messages.studios;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area has to be reachable to be scrolled by keys.
    <div className={styles.tableArea} tabIndex={0} role="group" aria-label={words.table}>
      <table aria-label={words.table} className={styles.table}>
        <thead>
          <tr>
            <th>{words.line}</th>
            <th>{words.name}</th>
            <th>{words.address}</th>
            <th>{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {(busy ? rows : inOrder(rows)).map((row) => (
            <tr key={row.line} data-state={row.state}>
              <td className="number">{row.line}</td>
              <td>
                {row.state === 'nameNeeded' ? (
                  <input
                    className={styles.name}
                    aria-label={words.nameOfLine(row.line)}
                    value={names[row.line] ?? ''}
                    onChange={(event) => nameTyped(row.line, event.target.value)}
                    onKeyDown={(event) => event.key === 'Enter' && void connectPressed()}
                  />
                ) : (
                  (row.name ?? '–')
                )}
              </td>
              <td className="id">{row.address ?? '–'}</td>
              <td>
                <Result row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Result({ row }: { row: ImportRow }) {
  const { messages } = useLanguage();
  const problemWords = useProblemWords();
  if (row.fault) return <>{messages.inputFaults[row.fault]}</>;
  if (row.state === 'failed' && row.problem) return <>{problemWords(row.problem).title}</>;
  return <>{messages.studios.states[row.state]}</>;
}
