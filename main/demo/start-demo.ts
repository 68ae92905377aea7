/** Loads and starts the demo server. @returns its origin and key */
export async function startDemo(): Promise<{ origin: string; key: string }> {
  const { randomBytes } = await import('node:crypto');
  const { startDemoServer } = await import('./server');
  const key = randomBytes(24).toString('base64url');
  // The key with all scopes, so that demo data shows every feature.
  return startDemoServer({ key, chainKey: key });
}
