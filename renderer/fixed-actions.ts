import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { areSeveral } from './components/studios';
import type { Desk } from './desk/desk';
import type { Overlay } from './desk/stores';
import { contractsId } from './features/contracts/contracts-panel';
import { focusRegion } from './keyboard';
import { studiosToIndex } from './phone-answer';

export type FixedActions = ReturnType<typeof fixedActions>;

/** Actions that do the same in every state of the desk. */
export function fixedActions(desk: Desk, input: RefObject<HTMLInputElement | null>) {
  const { stores } = desk;
  const focusSearch = () => {
    input.current?.focus();
    input.current?.select();
  };
  const toggle = (which: Overlay) => () =>
    stores.overlay.setState(({ open }) => ({ open: open === which ? undefined : which }));
  return {
    search: focusSearch,
    newCall: () => {
      desk.newCall();
      focusSearch();
    },
    hold: () => {
      if (stores.call.getState().held.length > 0) desk.takeBack();
      else desk.hold();
      focusSearch();
    },
    back: desk.back,
    forward: desk.forward,
    diagnostics: toggle('facts'),
    palette: toggle('palette'),
    keys: toggle('keys'),
    nextRegion: () => focusRegion(1),
    previousRegion: () => focusRegion(-1),
    settings: () => stores.connection.getState().screenOpened(),
    readAs: toggle('readings'),
    scope: () => {
      if (areSeveral(stores.search.getState().studios)) toggle('where')();
      else stores.search.getState().scopeToggled();
    },
    reveal: () => stores.verification.getState().revealPressed(),
    refresh: () => void desk.refresh(),
    bookings: () => {
      flushSync(() => stores.columns.setState({ chosen: undefined }));
      const row = document.querySelector<HTMLElement>('[data-key][tabindex="0"]');
      row?.focus();
      // A row that is not visible yet takes no focus.
      if (!row || row !== document.activeElement) stores.timeline.getState().cameEarly('focus');
    },
    contracts: () => {
      flushSync(() => stores.columns.setState({ chosen: 'contracts' }));
      document.getElementById(contractsId)?.focus();
    },
    overdueFirst: () => stores.timeline.getState().overdueToggled(),
    earlier: () => void stores.past.getState().moreRequested(),
    later: () => void stores.upcoming.getState().moreRequested(),
    phoneIndex: () => {
      const { index, makePressed } = stores.phoneIndex.getState();
      makePressed(studiosToIndex(stores.search.getState(), index));
    },
    cardFormat: () => stores.search.getState().nextFormat(),
    takeLookup: () => {
      desk.takeLookup();
      focusSearch();
    },
    dismissLookup: () => stores.call.getState().lookupDismissed(),
    zoomIn: () => stores.settings.getState().zoomed(1),
    zoomOut: () => stores.settings.getState().zoomed(-1),
    zoomReset: () => stores.settings.getState().zoomed(0),
  };
}
