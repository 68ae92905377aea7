/** Application ID of `electron-builder.yml`. macOS profiles and the shortcuts of the Windows installers have it. */
export const appId = 'app.ringside.console';
