/** Things that all lead to one another: whoever is at one of them can go round. */
export interface Round<T> {
  readonly members: readonly T[];
  /** True where no way leads out of it. */
  readonly isClosed: boolean;
}

/** Every round among `all`, by Tarjan's algorithm; iterative, since ways are as long as somebody writes them. */
export function roundsOf<T>(all: readonly T[], next: (each: T) => readonly T[]): readonly Round<T>[] {
  const within = new Set(all);
  const found: Round<T>[] = [];
  const order = new Map<T, number>();
  const lowest = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const lower = (each: T, to: number): void => { lowest.set(each, Math.min(lowest.get(each)!, to)); };

  function enter(each: T) {
    lowest.set(each, order.size);
    order.set(each, order.size);
    open.push(each);
    isOpen.add(each);
    return { each, left: next(each).filter((one) => within.has(one)) };
  }

  function close(root: T): void {
    const members = open.splice(open.lastIndexOf(root));
    for (const member of members) isOpen.delete(member);
    const own = new Set(members);
    const onward = members.flatMap((member) => next(member));
    if (members.length === 1 && !onward.includes(root)) return;
    found.push({ members, isClosed: onward.every((one) => own.has(one)) });
  }

  for (const start of all) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { each, left } = top;
      const one = left.pop();
      if (one === undefined) {
        path.pop();
        const from = path.at(-1);
        if (from) lower(from.each, lowest.get(each)!);
        if (lowest.get(each) === order.get(each)) close(each);
      } else if (!order.has(one)) {
        path.push(enter(one));
      } else if (isOpen.has(one)) {
        lower(each, order.get(one)!);
      }
    }
  }
  return found;
}
