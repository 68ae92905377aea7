import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Certified } from './server';

const run = promisify(execFile);
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** A certificate authority in a temporary folder. */
export class Authority {
  private constructor(private readonly folder: string) {}

  static async found(folder: string): Promise<Authority> {
    const files = ['-keyout', join(folder, 'ca.key'), '-out', join(folder, 'ca.pem')];
    await run('openssl', [
      'req',
      '-x509',
      ...newKey,
      ...files,
      '-days',
      '2',
      '-subj',
      '/CN=Ringside test CA',
    ]);
    return new Authority(folder);
  }

  /**
   * @param names in OpenSSL's format, `IP:127.0.0.1` or `DNS:studio.example` @param days negative for an expired
   * certificate
   */
  async issue(names: string, days = 2): Promise<Certified> {
    const [key, asked, cert] = ['leaf.key', 'leaf.csr', 'leaf.pem'].map((name) =>
      join(this.folder, name),
    ) as [string, string, string];
    const extensions = ['-addext', `subjectAltName=${names}`, '-addext', 'basicConstraints=CA:FALSE'];
    await run('openssl', [
      'req',
      '-new',
      ...newKey,
      '-keyout',
      key,
      '-out',
      asked,
      '-subj',
      '/CN=studio',
      ...extensions,
    ]);
    const signer = [
      '-CA',
      join(this.folder, 'ca.pem'),
      '-CAkey',
      join(this.folder, 'ca.key'),
      '-CAcreateserial',
    ];
    const terms = ['-days', String(days), '-copy_extensions', 'copy'];
    await run('openssl', ['x509', '-req', '-in', asked, '-out', cert, ...signer, ...terms]);
    return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
  }

  /** Makes programs with this home folder trust the authority: on Linux, Chromium reads the user's NSS database. */
  async trustedIn(home: string): Promise<void> {
    const database = join(home, '.pki', 'nssdb');
    await mkdir(database, { recursive: true });
    await run('certutil', ['-N', '-d', `sql:${database}`, '--empty-password']);
    const file = join(this.folder, 'ca.pem');
    await run('certutil', ['-A', '-d', `sql:${database}`, '-n', 'Ringside test CA', '-t', 'C,,', '-i', file]);
  }
}
