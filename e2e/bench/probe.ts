/** Texts that show an answer: in the middle of the desk, or in the list of hits. */
export type Sight = { texts: string[] } | { hits: true };

declare global {
  interface Window {
    bench: {
      /** Resolves when what has changed is painted and the main thread has nothing to do. */
      settled: () => Promise<void>;
      /** Starts looking for a text. */
      lookOut: (sight: Sight) => void;
      /** Milliseconds from the last Enter to the paint of the frame with the text. */
      seen: () => Promise<number>;
      /** Starts waiting for an input, and for the rows that change with it. */
      awaitInput: () => void;
      /** Milliseconds from the key press of that input to its paint. */
      inputPainted: () => Promise<number>;
      /** Milliseconds from the key press of that input to the paint of the rows that it changes. */
      rowsPainted: () => Promise<number>;
      /** Starts recording the milliseconds between frames. */
      framesBegin: () => void;
      framesEnd: () => number[];
      /** Starts recording how long the main thread was blocked. */
      blocksBegin: () => void;
      /** The longest block, in milliseconds. */
      blocksEnd: () => number;
    };
  }
}

/**
 * Runs once in the page. A paint counts as the task after the next animation frame, when the main thread has handed
 * the frame over. It does nothing while no measurement runs.
 */
export function installProbe(): void {
  const painted = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(0);
    });
  const isThere = (sight: Sight) => {
    if ('texts' in sight) {
      const main = document.querySelector('main')?.textContent ?? '';
      return sight.texts.every((text) => main.includes(text));
    }
    // A failure also ends the wait.
    return document.querySelector('[role=option], [aria-label="Error diagnostics"]') !== null;
  };

  const changed = (element: Element) =>
    new Promise<number>((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        painted(done);
      });
      observer.observe(element, { childList: true, subtree: true, characterData: true });
    });

  let enter = 0;
  let pressed = 0;
  let input: Promise<number> | undefined;
  let rows: Promise<number> | undefined;
  window.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      pressed = timeStamp;
      if (key === 'Enter') enter = timeStamp;
    },
    true,
  );
  let seen: Promise<number> | undefined;
  let frames: number[] | undefined;
  let longest: number | undefined;
  const beatMs = 4;

  window.bench = {
    settled: () => new Promise((done) => painted(() => requestIdleCallback(() => done()))),
    lookOut(sight) {
      seen = new Promise((done) => {
        const observer = new MutationObserver(() => {
          if (!isThere(sight)) return;
          observer.disconnect();
          painted((at) => done(at - enter));
        });
        observer.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
      });
    },
    seen: async () => (await seen) ?? Number.NaN,
    awaitInput() {
      input = new Promise((done) => {
        const onInput = () => {
          const from = pressed;
          painted((at) => done(at - from));
        };
        window.addEventListener('input', onInput, { capture: true, once: true });
      });
      const list = document.querySelector('[role=listbox]');
      rows = list ? changed(list).then((at) => at - pressed) : undefined;
    },
    inputPainted: async () => (await input) ?? Number.NaN,
    rowsPainted: async () => (await rows) ?? Number.NaN,
    framesBegin() {
      const mine: number[] = [];
      frames = mine;
      let before: number | undefined;
      const next = (at: number) => {
        if (frames !== mine) return;
        if (before !== undefined) mine.push(at - before);
        before = at;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    },
    framesEnd() {
      const all = frames ?? [];
      frames = undefined;
      return all;
    },
    blocksBegin() {
      longest = 0;
      let before = performance.now();
      const beat = () => {
        if (longest === undefined) return;
        const now = performance.now();
        longest = Math.max(longest, now - before - beatMs);
        before = now;
        setTimeout(beat, beatMs);
      };
      setTimeout(beat, beatMs);
    },
    blocksEnd() {
      const all = longest ?? Number.NaN;
      longest = undefined;
      return all;
    },
  };
}
