import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../bootstrap/paths.mjs';

export const first = '1.0.0';
export const second = '1.1.0';

/** Folder of the packages of a version. */
export const packagesOf = (version) => join(root, 'dist', 'linux-packages', version);

/**
 * A copy of this system whose changes go to memory and end with the script: `/mnt/packages` holds the packages, `/mnt/changes` what
 * the script has changed. `chroot` shuts user namespaces, which the kernel refuses there; `pivot_root` leaves them open.
 */
const prelude = `
base=$(mktemp -d)
mount -t tmpfs tmpfs "$base"
mkdir "$base/changes" "$base/work" "$base/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$base/changes,workdir=$base/work" "$base/root"
cd "$base/root"
mkdir -p mnt/packages mnt/changes mnt/old
mount --rbind /proc proc
mount --rbind /dev dev
mount --bind "$PACKAGES" mnt/packages
mount --bind "$base/changes" mnt/changes
`;
const enter = {
  shut: 'exec chroot . /bin/bash -ec "$SCRIPT"',
  open: 'pivot_root . mnt/old; umount -l /mnt/old; exec /bin/bash -ec "$SCRIPT"',
};

/**
 * Runs a script of bash as root of a copy of this system, and returns its output.
 *
 * @param {'open' | 'shut'} namespaces whether programs may make user namespaces
 */
export function inOwnRoot(namespaces, script) {
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['--mount', '--propagation', 'private', '/bin/bash', '-ec', `${prelude}${enter[namespaces]}`],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      timeout: 170_000,
      env: {
        PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
        HOME: '/root',
        LC_ALL: 'C.UTF-8',
        DEBIAN_FRONTEND: 'noninteractive',
        PACKAGES: join(root, 'dist', 'linux-packages'),
        SCRIPT: script,
      },
    },
  );
  if (status !== 0) throw new Error(`The script ended with ${status}:\n${stdout}\n${stderr}`);
  return stdout;
}
