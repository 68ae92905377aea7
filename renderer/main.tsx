// Imported first, so that the styles of components override the base.
import './styles/tokens.css';
import './styles/base.css';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { firstPaint } from './after-paint';
import { App } from './app';
import { createDesk, type Desk } from './desk/desk';
import { followPreferences } from './document-preferences';
import { prepareSearch } from './features/search/prepare-search';
import { forgetMatches } from './forget-matches';

/** Loads the initial state in one call, then renders. */
async function start(): Promise<void> {
  const started = await window.ringside.app.start();
  const root = document.getElementById('root');
  if (!started.ok || !root) return;
  const desk = createDesk(window.ringside, started.value, () => {
    // SECURITY: mounted components keep parts of earlier renders; a new root holds nothing of the customer.
    drawn.unmount();
    drawn = draw(root, desk);
    forgetMatches();
  });
  followPreferences(desk.stores.settings, started.value.locale);
  let drawn = draw(root, desk);

  window.ringside.events.on('lookup:requested', (lookup) => desk.lookupArrived(lookup));
  window.ringside.events.on('desk:idle', desk.stores.call.getState().idleCounted);
  window.ringside.events.on('search:progress', (progress) =>
    desk.stores.search.getState().progressed(progress),
  );
  window.ringside.events.on('connection:changed', (now) => desk.stores.connection.getState().changed(now));
  window.ringside.events.on('phone:index-changed', desk.stores.phoneIndex.getState().changed);
  window.ringside.events.on('import:changed', (rows) => desk.stores.studioImport.getState().changed(rows));
  window.ringside.events.on('calls:ended', desk.callsEnded);
  window.ringside.events.on('update:changed', desk.stores.updates.getState().changed);
  window.ringside.events.on('menu:chosen', desk.stores.copies.getState().menuChosen);
  window.addEventListener('offline', desk.stores.online.getState().networkLost);
  window.addEventListener('online', desk.stores.online.getState().networkFound);
  if (started.value.lookup) desk.lookupArrived(started.value.lookup);
  await firstPaint();
  void desk.stores.health.getState().started();
  void desk.stores.phoneIndex.getState().started();
  prepareSearch();
  tellWhenSettled(desk, root);
}

/** Renders the desk synchronously, including effects, so that the first key press finds its listener. */
function draw(root: HTMLElement, desk: Desk): Root {
  const drawn = createRoot(root);
  flushSync(() => drawn.render(<App desk={desk} />));
  return drawn;
}

/** Reports that the window is settled two frames after the last load: the render has then been painted. */
function tellWhenSettled(desk: Desk, root: HTMLElement, frames = 2): void {
  requestAnimationFrame(() => {
    const left = root.hasChildNodes() && desk.settled() ? frames - 1 : 2;
    if (left > 0) tellWhenSettled(desk, root, left);
    // The mark is for tests, which wait for what main does then.
    else void window.ringside.app.settled().then(() => performance.mark('settled'));
  });
}

void start();
