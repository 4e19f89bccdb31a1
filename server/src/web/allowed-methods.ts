/** The routes of a server, to tell an address that takes other methods (405) from one that is not there (404). */
export interface RouteTable {
  add(pattern: string, methods: readonly string[], host: string | undefined): void;
  /** Methods that some route takes at this path, sorted; empty where nothing is there. */
  methodsAt(path: string, host: string | undefined): readonly string[];
}

export function createRouteTable(): RouteTable {
  const routes: { segments: readonly string[]; methods: readonly string[]; host: string | undefined }[] = [];
  return {
    add: (pattern, methods, host) => { routes.push({ segments: pattern.split('/'), methods, host }); },
    methodsAt: (path, host) => {
      const segments = path.split('/');
      const found = routes.filter((route) =>
        (route.host === undefined || route.host === host) && isMatch(route.segments, segments));
      return [...new Set(found.flatMap((route) => route.methods))].sort();
    },
  };
}

/** Fastify's patterns as far as they are used here: text, `:name`, and `*` at the end. */
function isMatch(pattern: readonly string[], path: readonly string[]): boolean {
  const last = pattern.length - 1;
  const isOpen = pattern[last] === '*';
  if (isOpen ? path.length < pattern.length : path.length !== pattern.length) return false;
  const fixed = isOpen ? pattern.slice(0, last) : pattern;
  return fixed.every((part, index) => part === path[index] || (part.startsWith(':') && path[index] !== ''));
}
