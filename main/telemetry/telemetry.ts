import { app, session } from 'electron';
import { fetchIn } from '../connection/net-fetch';
import { createProxyAuthProbe } from '../connection/proxy-auth-probe';
import { fetchWithLogin, type ProxyLogin } from '../connection/proxy-login';
import { TelemetryExporter } from './exporter';

/** Time limit of an export, in milliseconds. */
const timeoutMs = 10_000;

/** Starts the export to the Collector that the policy names. */
export function startTelemetry(endpoint: string, proxyLogin: ProxyLogin): TelemetryExporter {
  const own = session.fromPartition('telemetry', { cache: false });
  const resource = { version: app.getVersion(), platform: process.platform };
  const send = fetchWithLogin(fetchIn(own), createProxyAuthProbe(own), proxyLogin);
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
    return response.status >= 200 && response.status < 300;
  });
  exporter.start();
  return exporter;
}
