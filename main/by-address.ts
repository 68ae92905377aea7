/** The items of each API address, in the order of the first item of each. */
export function byAddress<Item extends { address?: string | undefined }>(
  items: readonly Item[],
): { address: string; items: Item[] }[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const { address = '' } = item;
    const group = groups.get(address);
    if (group) group.push(item);
    else groups.set(address, [item]);
  }
  return Array.from(groups, ([address, group]) => ({ address, items: group }));
}
