import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { canaryKey } from '../saved-studios';
import { type Desktop, desktopRow } from './desktop-row';
import type { FaultContext } from './fault-context';
import { withStudios } from './with-studios';

/** Answers the dialogs of main: consent to an address, and the choice of a file. */
async function answerDialogs({ app }: FaultContext, consents: boolean, file?: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, [response, path]) => {
      dialog.showMessageBox = async () => ({ response: Number(response), checkboxChecked: false });
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [String(path)] });
    },
    [consents ? 0 : 1, file ?? ''] as const,
  );
}

/** Opens the dialog that adds studios. */
async function addStudios(page: Page): Promise<{ rows: Locator; table: Locator }> {
  await page.getByRole('button', { name: 'Add studios' }).click();
  return {
    rows: page.getByRole('textbox', { name: 'Rows to add' }),
    table: page.getByRole('table', { name: 'Studios to add' }),
  };
}

/** Adds rows and returns the state of one. Rows change their places when all have been tried. */
async function addedRow(page: Page, text: string, state: RegExp): Promise<string> {
  const { rows, table } = await addStudios(page);
  await rows.fill(text);
  await page.getByRole('button', { name: 'Connect all' }).click();
  const cell = table.getByRole('cell').filter({ hasText: state });
  await cell.waitFor();
  return cell.innerText();
}

desktopRow('rowRefused', async ({ open, server, begin }) => {
  const { page } = await open();
  begin();
  const text = `Munich;${canaryKey};${server.origin}\nUlm;0e37df36-f698-11e6-8dd4-cb9ced3df976;${server.origin}`;
  const reads = await addedRow(page, text, /refused/);
  await expect(page.getByText('1 of 2 connected')).toBeVisible();
  return reads;
});

desktopRow('rowNotTheApi', async ({ open, server, begin }) => {
  const { page } = await open();
  server.on('/v1/customers', ({ response }) => void response.writeHead(404).end());
  begin();
  return addedRow(page, `Munich;${canaryKey};${server.origin}`, /Something other than the API/);
});

desktopRow('rowWithoutConsent', async (desktop) => {
  const ringside = await withStudios(desktop, ['Munich']);
  await answerDialogs(ringside, false);
  await ringside.page.keyboard.press('Control+,');
  desktop.begin();
  const gym = desktop.server.studios.at(-1);
  const reads = await addedRow(ringside.page, `Gym;${gym?.key};${gym?.address}`, /Stopped/);
  expect(desktop.server.requests('/city-gym/v1/customers')).toBe(0);
  return reads;
});

desktopRow('rowsInUtf16', async ({ home, open, server, begin }) => {
  const ringside = await open();
  const file = join(home, 'studios.csv');
  const rows = `"Studio name"\t"Open Api Token"\t"Address"\r\n"Müller's ""best"""\t${canaryKey}\t${server.origin}\r\n`;
  await writeFile(file, Buffer.from(`\ufeff${rows}`, 'utf16le'));
  await answerDialogs(ringside, true, file);
  const { page } = ringside;
  begin();
  const { table } = await addStudios(page);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(table.getByRole('row').last()).toContainText('Müller\'s "best"');
  await expect(page.getByText('delete it now')).toBeVisible();
  await page.getByRole('button', { name: 'Connect all' }).click();
  const reads = page.getByText('1 of 1 connected');
  await reads.waitFor();
  return reads.innerText();
});

desktopRow('rowsUnreadable', ({ home, open, begin }) => chosen(join(home, 'gone.csv'), open, begin));

desktopRow('rowsTooLarge', async ({ home, open, begin }) => {
  const path = join(home, 'large.csv');
  await writeFile(path, Buffer.alloc(2 * 1024 * 1024 + 1, ';'));
  return chosen(path, open, begin);
});

/** Chooses a file of studios, and returns the problem beside it. */
async function chosen(path: string, open: Desktop['open'], begin: Desktop['begin']): Promise<string> {
  const ringside = await open();
  await answerDialogs(ringside, true, path);
  begin();
  await addStudios(ringside.page);
  await ringside.page.getByRole('button', { name: 'Choose a file…' }).click();
  const reads = ringside.page.getByRole('alert').locator('strong');
  await reads.waitFor();
  return reads.innerText();
}
