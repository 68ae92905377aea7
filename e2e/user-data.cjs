// Loaded before Ringside where the user data folder does not follow the environment (scripts/platforms.mjs).
const { join } = require('node:path');
const { app } = require('electron');

const folder = join(process.env.RINGSIDE_TEST_HOME, 'Ringside');
app.setPath('userData', folder);
app.setPath('logs', join(folder, 'logs'));
