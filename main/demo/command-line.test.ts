import { describe, expect, it } from 'vitest';
import { runDemoServer } from './command-line';

describe('runDemoServer', () => {
  it('prints address, key and a curl line that works', async () => {
    const lines: string[] = [];
    const server = await runDemoServer(['--port', '0', '--key', 'mine'], (line) => lines.push(line));
    const [, header = '', url = ''] = /curl -H '(.+?)' (\S+)/.exec(lines.join('\n')) ?? [];
    const [name = '', value = ''] = header.split(': ');
    expect((await fetch(url, { headers: { [name]: value } })).status).toBe(200);
    expect(lines.join('\n')).toContain(server.origin);
    expect(lines.join('\n')).toContain('mine');
    await server.close();
  });

  it.each([['--port', 'x'], ['--port', '65536'], ['--colour']])('refuses %s %s', async (...args) => {
    await expect(runDemoServer(args, () => undefined)).rejects.toThrow();
  });
});
