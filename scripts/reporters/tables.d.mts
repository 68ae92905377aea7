/** Types of tables.mjs, for the Playwright configuration; a table is passed on to the reporter as it is. */
type MakeTable = (entries: Record<string, object>) => object;

export const faultsTable: MakeTable;
export const securityTable: MakeTable;
export const updatesTable: MakeTable;
export const benchTable: MakeTable;
export const dayTable: MakeTable;
