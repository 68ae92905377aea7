import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stop } from './bootstrap/say.mjs';

export const usage = `npm start -- [options]
  --live             open as an installed app would, instead of on demo data
  --customer TEXT    look TEXT up at once
  --call NUMBER      look up who is calling
  --screenshot FILE  write a PNG of the settled window and end
  --size WxH         size of the window, 1280x720 unless said
  --theme light|dark instead of the system's
  --lang CODE        language of the window, such as de or en-GB`;

const options = {
  live: { type: 'boolean', default: false },
  customer: { type: 'string' },
  call: { type: 'string' },
  screenshot: { type: 'string' },
  size: { type: 'string' },
  theme: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', default: false },
};

/** Switches for the app from the arguments after `npm start --`; undefined for a request for help. */
export function appArguments(argv, folder = process.env.INIT_CWD ?? process.cwd()) {
  const values = parsed(argv);
  if (values.help) return undefined;
  const { live, screenshot, call, help: _, ...others } = values;
  return [
    ...(live ? [] : ['--demo']),
    ...(screenshot === undefined ? [] : [`--screenshot=${resolve(folder, screenshot)}`]),
    ...Object.entries(others).map(([name, value]) => `--${name}=${value}`),
    // Last: the app reads everything behind it as the text of the call.
    ...(call === undefined ? [] : [`--call=${call}`]),
  ];
}

function parsed(argv) {
  try {
    const { values } = parseArgs({ args: argv, options });
    if (!/^(light|dark)$/.test(values.theme ?? 'light')) throw new Error('--theme is light or dark');
    if (!/^\d{3,4}x\d{3,4}$/.test(values.size ?? '1280x720')) throw new Error('--size looks like 1280x720');
    return values;
  } catch (error) {
    throw new Stop(`${error.message}\n\n${usage}`);
  }
}
