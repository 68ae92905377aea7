/**
 * What the desk and its libraries import as `react` and `react-dom`: Preact with its compat layer, and two functions of our own.
 * The types are those of React.
 */
import { options } from 'preact';
import compat from 'preact/compat';
import {
  useCallback,
  useDebugValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'preact/hooks';

// biome-ignore lint/performance/noBarrelFile: the build has this file in place of the packages `react` and `react-dom`.
export { Component, createContext, Fragment } from 'preact';
export { memo } from 'preact/compat';
export { useContext, useId } from 'preact/hooks';
export { useCallback, useDebugValue, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState };

type Subscribe = (changed: () => void) => () => void;

/** What was rendered last of a store, and how to read it again. */
class Rendered<T> {
  constructor(
    private value: T,
    private read: () => T,
    private readonly render: (action: undefined) => void,
  ) {}

  follow(subscribe: Subscribe): () => void {
    this.compare();
    return subscribe(() => this.compare());
  }

  update(value: T, read: () => T): void {
    this.value = value;
    this.read = read;
    this.compare();
  }

  private compare(): void {
    if (!Object.is(this.value, this.read())) this.render(undefined);
  }
}

const next = (count: number) => count + 1;
const created =
  <T>(value: T, read: () => T, render: (action: undefined) => void) =>
  () =>
    new Rendered(value, read, render);
const updating =
  <T>(rendered: Rendered<T>, value: T, read: () => T) =>
  () =>
    rendered.update(value, read);
const following =
  <T>(rendered: Rendered<T>, subscribe: Subscribe) =>
  () =>
    rendered.follow(subscribe);

/**
 * React's hook of this name.
 *
 * SECURITY: that of the compat layer keeps the first state of a mounted component, because its effects share a scope with it. The
 * state may hold an API key that is being typed. This one creates no function in the scope that has the state.
 */
export function useSyncExternalStore<T>(subscribe: Subscribe, read: () => T): T {
  const value = read();
  const [, render] = useReducer(next, 0);
  const [rendered] = useState(created(value, read, render));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rule does not see the arguments of `updating` and `following`.
  useLayoutEffect(updating(rendered, value, read), [rendered, value, read]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useEffect(following(rendered, subscribe), [rendered, subscribe]);
  return value;
}

/** Runs the effects that wait. */
let effects: (() => void) | undefined;

function runEffects(): void {
  const run = effects;
  effects = undefined;
  run?.();
}

// Preact runs effects after the next frame. As with React, a listener or the focus of a render must be there before the next key.
options.requestAnimationFrame = (run) => {
  effects = run;
  queueMicrotask(runEffects);
};

/** React's function of this name: unlike that of the compat layer, it runs the effects as well. */
export function flushSync(change: () => void): void {
  compat.flushSync(change);
  runEffects();
}

// biome-ignore lint/style/noDefaultExport: zustand imports it.
export default { useCallback, useDebugValue, useSyncExternalStore };
