import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { Announcer } from './announcer';
import { CopyWord } from './components/copying';
import { MaskProvider } from './components/masking';
import styles from './console.module.css';
import { keyOf } from './customer-ref';
import type { Desk } from './desk/desk';
import { DeskFailures } from './desk-failures';
import { DeskHeader } from './desk-header';
import { Recents } from './features/call/recents';
import { PhoneIndexAnnouncement } from './features/phone-index/phone-index-line';
import { Results, Welcome } from './features/search/results';
import { type FixedActions, fixedActions } from './fixed-actions';
import { Footer } from './footer';
import { useKeyboard, useRequestedActions } from './keyboard';
import { maskedInLists } from './masked-fields';
import { useLanguage } from './messages/language';
import { Notices } from './notices';
import { OpenCustomer } from './open-customer';
import { Overlays } from './overlays';
import { PhoneAnswer } from './phone-answer';
import { useActions } from './use-actions';
import { useClipboard } from './use-clipboard';

/** The desk: search on top, results on the left, the customer in the middle. A strip tells of what failed. */
export function Console({ desk }: { desk: Desk }) {
  const { messages } = useLanguage();
  const { stores, start } = desk;
  const input = useRef<HTMLInputElement>(null);
  const actions = useMemo(() => fixedActions(desk, input), [desk]);
  useClipboard(desk, input);
  const openKey = keyOf(useStore(stores.customer, (state) => state.key));
  const mode = useStore(stores.connection, (state) => state.connection.mode);
  const overlay = useStore(stores.overlay, (state) => state.open);
  // The hits of a call do not stay for a moment when another one is taken back.
  const heldCalls = useStore(stores.call, ({ held }) => held.map(({ id }) => id).join());
  const hasPhoneIndex = useStore(stores.phoneIndex, ({ index }) => index.mode !== 'off');
  useFocusNeverLost(input);

  // A call without a number leaves the agent to ask for the name.
  const unnumbered = useStore(stores.call, (state) => state.unnumbered);
  useEffect(() => {
    if (unnumbered) input.current?.focus();
  }, [unnumbered]);

  // Of a customer from an earlier search there is one line, and the results are what the agent wants to see.
  const isCollapsed = useStore(stores.found, (state) => state.collapsed);
  const { body, main } = useScrollToCustomer(isCollapsed ? undefined : openKey);
  const openReadings = (isOpen: boolean) =>
    stores.overlay.setState(({ open }) =>
      isOpen ? { open: 'readings' } : open === 'readings' ? { open: undefined } : {},
    );
  const failures = useSyncExternalStore(desk.failures.subscribe, desk.failures.list);
  const searchFailed = failures.some(({ source, isQuiet }) => source === 'search' && !isQuiet);
  const verification = useStore(stores.verification);
  const maskContact = useStore(stores.settings, (state) => state.preferences.maskContact);
  const masked = useMemo(() => maskedInLists(verification, maskContact), [verification, maskContact]);
  return (
    <MaskProvider masked={masked}>
      <div className={styles.console}>
        <DeskHeader
          stores={stores}
          input={input}
          actions={actions}
          picking={overlay === 'readings'}
          onPicking={openReadings}
          onHold={desk.hold}
        />
        <Notices desk={desk} actions={actions} />
        <div ref={body} className={styles.body} data-open={openKey !== undefined || undefined}>
          <aside className={styles.results} aria-label={messages.search.list} tabIndex={-1} data-region>
            <Results
              key={heldCalls}
              store={stores.search}
              openKey={openKey}
              onReadAs={() => openReadings(true)}
              hasPhoneIndex={hasPhoneIndex}
              phoneIndex={(search) => (
                <PhoneAnswer search={search} phoneIndex={stores.phoneIndex} start={start} />
              )}
            >
              <Recents store={stores.call} openKey={openKey} onOpen={desk.openRecent} />
            </Results>
          </aside>
          <main ref={main} className={styles.main}>
            <div className={styles.page} data-page>
              {searchFailed && <DeskFailures desk={desk} failures={failures} />}
              {openKey === undefined ? (
                <Welcome store={stores.search} demo={mode === 'demo'} />
              ) : (
                <OpenCustomer desk={desk} openKey={openKey}>
                  {!searchFailed && <DeskFailures desk={desk} failures={failures} />}
                </OpenCustomer>
              )}
            </div>
          </main>
        </div>
        <Footer desk={desk} actions={actions} />
        <Shortcuts desk={desk} input={input} actions={actions} />
        <Overlays desk={desk} actions={actions} />
        {overlay !== 'facts' && <CopyWord />}
        <Announcer desk={desk} />
        <PhoneIndexAnnouncement store={stores.phoneIndex} />
      </div>
    </MaskProvider>
  );
}

/** The shortcuts. Nothing else depends on all that decides what they do, so that an answer renders its own panel and not the desk. */
function Shortcuts(props: { desk: Desk; input: RefObject<HTMLInputElement | null>; actions: FixedActions }) {
  const now = useActions(props.desk, props.actions);
  useKeyboard(props.desk.start.platform, now);
  useRequestedActions(now);
  // What takes the focused button away is also what decides whether its shortcut does anything.
  useFocusNeverLost(props.input);
  return null;
}

/** When a focused button disappears, the browser focuses the body; the search box takes the focus instead. */
function useFocusNeverLost(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) input.current?.focus();
  });
}

/** Keeps the customer who opens at the top, where results and customer are one below the other, until the agent scrolls. */
function useScrollToCustomer(shownKey: string | undefined) {
  const body = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const [desk, customer] = [body.current, main.current];
    const results = customer?.previousElementSibling;
    if (!desk || !customer || !results) return;
    let scrolledTo: number | undefined;
    // It reports each size first before the next paint, when the page is laid out.
    const sizes = new ResizeObserver(() => {
      // Where there is less to scroll than before, the browser scrolls. At some zooms it does so to a part of a pixel.
      const expected = Math.min(scrolledTo ?? desk.scrollTop, desk.scrollHeight - desk.clientHeight);
      if (Math.abs(desk.scrollTop - expected) > 1) return;
      const isBelow = desk.scrollTop > customer.offsetTop - 1;
      if (shownKey !== undefined) desk.scrollTop = customer.offsetTop;
      // The agent may be going through the list.
      else if (isBelow || !results.querySelector('[role=listbox]')) desk.scrollTop = 0;
      scrolledTo = desk.scrollTop;
    });
    sizes.observe(results);
    return () => sizes.disconnect();
  }, [shownKey]);
  return { body, main };
}
