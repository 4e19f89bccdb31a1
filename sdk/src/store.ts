/** What is kept between two visits: the key, a sign-in under way, what tells this installation. Nothing leaves it. */
export interface Store {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Forgets with the page. */
export function memoryStore(): Store {
  const kept = new Map<string, unknown>();
  return {
    get: async (name) => kept.get(name),
    set: async (name, value) => { kept.set(name, value); },
    remove: async (name) => { kept.delete(name); },
  };
}

/** IndexedDB: it keeps keys that no script can read out. */
export function browserStore(database = 'limen'): Store {
  const table = 'kept';
  let opened: Promise<IDBDatabase> | undefined;
  const open = () => opened ??= opening();
  function opening(): Promise<IDBDatabase> {
    const request = indexedDB.open(database, 1);
    request.addEventListener('upgradeneeded', () => { request.result.createObjectStore(table); });
    return settled(request);
  }
  const at = async (mode: IDBTransactionMode) => (await open()).transaction(table, mode).objectStore(table);
  return {
    get: async (name) => settled((await at('readonly')).get(name)),
    set: async (name, value) => { await settled((await at('readwrite')).put(value, name)); },
    remove: async (name) => { await settled((await at('readwrite')).delete(name)); },
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
