// Items that wait, by group; groups take turns, so that a long book does not keep a short one waiting.

export interface Turns<T> {
  /** Puts an item at the end of its group. A group that is new waits behind the others. */
  push(group: string, item: T): void;
  /** Puts an item before all others: its group is next. */
  putBack(group: string, item: T): void;
  /** The item that `shift` would take. */
  peek(): T | undefined;
  /** Takes the next item of the group whose turn it is. */
  shift(): T | undefined;
  clear(): void;
}

export function createTurns<T>(): Turns<T> {
  // A Map keeps its insertion order: the first group is next, and goes to the back after its turn.
  let groups = new Map<string, T[]>();
  return {
    push(group, item) {
      const items = groups.get(group);
      if (items) items.push(item);
      else groups.set(group, [item]);
    },
    putBack(group, item) {
      const items = [item, ...(groups.get(group) ?? [])];
      groups.delete(group);
      groups = new Map([[group, items], ...groups]);
    },
    shift() {
      for (const [group, items] of groups) {
        groups.delete(group);
        const item = items.shift();
        if (items.length > 0) groups.set(group, items);
        if (item !== undefined) return item;
      }
      return undefined;
    },
    peek: () => [...groups.values()].find((items) => items.length > 0)?.[0],
    clear: () => groups.clear(),
  };
}
