import { app, session } from 'electron';
import { createProxyAuthProbe } from '../connection/proxy-auth-probe';
import { fetchWithLogin, type ProxyLogin } from '../connection/proxy-login';
import { TelemetryExporter } from './exporter';

/** A Collector that does not answer is given up; the desk does not notice. */
const timeoutMs = 10_000;

/** Begins to tell the Collector of a policy. */
export function startTelemetry(endpoint: string, proxyLogin: ProxyLogin): TelemetryExporter {
  const own = session.fromPartition('telemetry', { cache: false });
  own.setSpellCheckerLanguages([]);
  const resource = { version: app.getVersion(), platform: process.platform };
  const send = fetchWithLogin((url, init) => own.fetch(url, init), createProxyAuthProbe(own), proxyLogin);
  const exporter = new TelemetryExporter(endpoint, resource, async (url, body) => {
    const response = await send(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return response.ok;
  });
  exporter.start();
  return exporter;
}
