/** ELF: e_machine at offset 18. */
const elf = { 62: 'x64', 183: 'arm64' };
/** PE: Machine, after the signature at the offset stored at 60. */
const pe = { 34404: 'x64', 43620: 'arm64' };
/** Mach-O: cputype at offset 4. */
const machO = { 16777223: 'x64', 16777228: 'arm64' };

/**
 * System and architecture of a native module from its header, such as `linux-arm64`; `unknown` for any that Ringside
 * does not ship for.
 *
 * @param {Buffer} file
 */
export function targetOf(file) {
  if (file.length < 64) return 'unknown';
  const named = (platform, arch) => (arch ? `${platform}-${arch}` : 'unknown');
  if (file.readUInt32BE(0) === 0x7f454c46) return named('linux', elf[file.readUInt16LE(18)]);
  if (file.readUInt32LE(0) === 0xfeedfacf) return named('darwin', machO[file.readUInt32LE(4)]);
  const header = file.readUInt32LE(60);
  if (file.toString('latin1', 0, 2) !== 'MZ' || header + 6 > file.length) return 'unknown';
  if (file.toString('latin1', header, header + 4) !== 'PE\0\0') return 'unknown';
  return named('win32', pe[file.readUInt16LE(header + 4)]);
}
