import type { Ringside } from '../preload/contract/api';

declare global {
  interface Window {
    readonly ringside: Ringside;
  }
}
