import { describe, expect, test } from 'vitest';
import { first, inOwnRoot, second } from './own-root.mjs';

const packageOf = (version, type) => `/mnt/packages/${version}/Ringside-${version}-*.${type}`;

/** How a system installs, updates and removes its packages. Debian has none of the rpm's dependencies under Fedora's names. */
const systems = {
  deb: {
    prepare: '',
    install: (version) => `dpkg --install ${packageOf(version, 'deb')} >/dev/null`,
    remove: 'dpkg --remove ringside >/dev/null',
  },
  rpm: {
    // Where there are rpm packages, sh is bash.
    prepare: 'ln -sf bash /bin/sh; rpm --initdb',
    install: (version) => `rpm --upgrade --nodeps ${packageOf(version, 'rpm')} >/dev/null`,
    remove: 'rpm --erase ringside >/dev/null',
  },
};

/** Changed files as lines of kind, mode, owner and path. */
const changes = `find /mnt/changes -mindepth 1 -printf '%y %m %U:%G /%P\\n'`;
const userData = '/root/.config/Ringside/settings.json';
const writeUserData = `mkdir -p /root/.config/Ringside; echo kept > ${userData}`;

/** Databases and logs of the system, which every package changes. */
const ofSystem =
  /^\/(mnt|tmp|bin\/sh$|usr\/bin\/sh$|var\/(lib\/(dpkg|rpm)|log|cache)\/|root\/\.rpmdb|usr\/lib\/sysimage|usr\/share\/(mime\/|applications\/mimeinfo\.cache|icons\/hicolor\/icon-theme\.cache)|etc\/ld\.so\.cache)/;

const lines = (text) => text.trim().split('\n').filter(Boolean);

describe.each(Object.entries(systems))('the %s', (_name, { prepare, install, remove }) => {
  const installed = [prepare, install(first)].join('\n');

  test('gives every file to root, and lets nobody else write', () => {
    const found = lines(inOwnRoot('open', `${installed}\n${changes}`))
      .map((line) => /^(?<kind>.) (?<mode>\d+) (?<owner>\S+) (?<path>.*)$/.exec(line).groups)
      .filter(({ path }) => /ringside/i.test(path) && !ofSystem.test(path));
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter(({ owner }) => owner !== '0:0')).toEqual([]);
    const loose = found.filter(({ kind, mode }) => kind !== 'l' && /[2367].$|[2367]$|^\d{4}$/.test(mode));
    expect(loose).toEqual([]);
    // Nothing outside of the folders that distributions intend for it.
    const places =
      /^\/(opt\/Ringside|usr\/share\/(applications|icons|doc|licenses)|usr\/bin\/ringside$|etc\/alternatives\/ringside$)/;
    expect(found.map(({ path }) => path).filter((path) => !places.test(path))).toEqual([]);
  });

  test.each([
    ['open', '755'],
    ['shut', '4755'],
  ])('has a sandbox where user namespaces are %s', (namespaces, mode) => {
    const script = `${installed}\nstat --format='%a %U:%G' /opt/Ringside/chrome-sandbox`;
    expect(lines(inOwnRoot(namespaces, script))).toEqual([`${mode} root:root`]);
  });

  test('starts by its name, and links open it', () => {
    const script = [
      installed,
      'readlink --canonicalize /usr/bin/ringside',
      'test -x /opt/Ringside/ringside',
      'desktop-file-validate /usr/share/applications/ringside.desktop',
      'xdg-mime query default x-scheme-handler/ringside',
      'grep ^Exec= /usr/share/applications/ringside.desktop',
    ].join('\n');
    expect(lines(inOwnRoot('open', script))).toEqual([
      '/opt/Ringside/ringside',
      'ringside.desktop',
      'Exec=/opt/Ringside/ringside %U',
      'Exec=ringside --new-call',
    ]);
  });

  test('after an update it still starts by its name', () => {
    const script = [installed, install(second), 'readlink --canonicalize /usr/bin/ringside'].join('\n');
    expect(lines(inOwnRoot('open', script))).toEqual(['/opt/Ringside/ringside']);
  });

  test('goes without a trace, and leaves the data of the user', () => {
    const script = [installed, writeUserData, remove, changes].join('\n');
    const left = lines(inOwnRoot('open', script))
      .filter((line) => !line.startsWith('d ') || /ringside/i.test(line))
      .map((line) => line.split(' ').slice(3).join(' '))
      .filter((path) => !ofSystem.test(path));
    expect(left).toEqual(['/root/.config/Ringside', userData]);
  });
});
