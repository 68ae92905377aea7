import { studioRef } from '../../preload/contract/studio';
import type { DemoStudio } from '../connection/connection';

/** Loads and starts the demo server. @returns its studios */
export async function startDemo(): Promise<DemoStudio[]> {
  const { randomBytes } = await import('node:crypto');
  const { startDemoServer } = await import('./server');
  const key = randomBytes(24).toString('base64url');
  // The key with all scopes, so that demo data shows every feature.
  const { studios } = await startDemoServer({ key, chainKey: key });
  return studios.map((studio) => ({ ...studio, ref: studioRef(studio.address, studio.id) }));
}
