import { useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { maxHeldCalls, type Recent } from '../preload/contract/calls';
import { customerKey } from '../preload/contract/studio';
import { type Action, actionNames, keyHint } from './actions';
import { useMaskedInLists } from './components/masking';
import { areSeveral, studioName, useStudios } from './components/studios';
import type { Desk } from './desk/desk';
import { AllFacts } from './features/diagnostics/all-facts';
import { HealthTable } from './features/health/health-table';
import { type EntryGroup, Palette } from './features/palette/palette';
import type { FixedActions } from './fixed-actions';
import { formatTime } from './format/date';
import { maskedText } from './format/mask';
import { KeysOverlay } from './keys-overlay';
import { useLanguage } from './messages/language';
import { useActions } from './use-actions';
import { WherePicker } from './where-picker';

/** Dialogs over the desk: the command palette, the studios to search, the shortcuts, and the facts of what failed. */
export function Overlays({ desk, actions }: { desk: Desk; actions: FixedActions }) {
  const open = useStore(desk.stores.overlay, (state) => state.open);
  const hasPhoneIndex = useStore(desk.stores.phoneIndex, ({ index }) => index.mode !== 'off');
  const close = () => desk.stores.overlay.setState({ open: undefined });
  if (open === 'palette') return <Commands desk={desk} actions={actions} onClose={close} />;
  if (open === 'where') return <WherePicker store={desk.stores.search} onClose={close} />;
  const off: Action[] = hasPhoneIndex ? [] : ['phoneIndex'];
  if (open === 'keys') return <KeysOverlay platform={desk.start.platform} off={off} onClose={close} />;
  if (open === 'facts') return <Facts desk={desk} onClose={close} />;
  return null;
}

function Facts({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const { stores, start, failures } = desk;
  return (
    <AllFacts
      store={stores.diagnostics}
      failures={useSyncExternalStore(failures.subscribe, failures.list)}
      start={start}
      personal={desk.personal}
      onRetry={failures.retry}
      onClose={onClose}
    >
      <HealthTable store={stores.health} version={start.version} />
    </AllFacts>
  );
}

/** Actions that the palette does not list, because they make no sense inside it. */
const unlisted: ReadonlySet<Action> = new Set(['palette', 'nextRegion', 'previousRegion']);

function Commands(props: { desk: Desk; actions: FixedActions; onClose: () => void }) {
  const { desk, onClose } = props;
  const actions = useActions(desk, props.actions);
  const { messages, locale } = useLanguage();
  const studios = useStudios();
  const masked = useMaskedInLists();
  const [recents, setRecents] = useState<Recent[]>([]);
  // Loaded at each opening, so that the page holds earlier callers only while the palette is open.
  useEffect(() => {
    let wanted = true;
    void desk.recents().then((outcome) => {
      if (wanted && outcome.ok) setRecents(outcome.value);
    });
    return () => {
      wanted = false;
    };
  }, [desk]);

  const { startedAt, held } = useStore(desk.stores.call);
  const mayHoldToo = startedAt !== undefined && held.length > 0 && held.length < maxHeldCalls;
  const groups: EntryGroup[] = [
    {
      label: messages.call.onHold,
      entries: [
        ...held.map(({ id, name }) => ({
          id: `held ${id}`,
          label: name ?? messages.call.nobody,
          detail: messages.call.takeBack,
          run: () => desk.takeBack(id),
        })),
        ...(mayHoldToo ? [{ id: 'hold too', label: messages.call.holdToo, run: desk.hold }] : []),
      ],
    },
    {
      label: messages.palette.recents,
      entries: recents.map((recent) => ({
        id: customerKey(recent),
        label: recent.name ?? messages.customer.unnamed,
        detail: [
          recent.number && masked.has('customerNumber') ? maskedText : (recent.number ?? recent.id),
          ...(areSeveral(studios) ? [studioName(recent.studio, studios, messages)] : []),
          formatTime(recent.openedAt, locale, 'minute'),
          ...(recent.accessRefused ? [messages.customer.accessBlocked] : []),
        ].join(' · '),
        run: () => desk.openRecent(recent),
      })),
    },
    {
      label: messages.palette.commands,
      entries: actionNames.flatMap((action) => {
        const run = actions[action];
        if (!run || unlisted.has(action)) return [];
        return [
          {
            id: action,
            label: messages.actions[action],
            hint: keyHint(action, desk.start.platform, messages.keyboard.control),
            run,
          },
        ];
      }),
    },
  ];
  return <Palette groups={groups} words={messages.palette} onClose={onClose} />;
}
