/** Starts the demo server, which is loaded only then. @returns where it is and its key */
export async function startDemo(): Promise<{ origin: string; key: string }> {
  const { randomBytes } = await import('node:crypto');
  const { startDemoServer } = await import('./server');
  const key = randomBytes(24).toString('base64url');
  // With every right there is: demo data show everything.
  return startDemoServer({ key, chainKey: key });
}
