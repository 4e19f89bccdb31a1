import type { Keys } from '../keys/index.ts';
import type { Log } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { BuiltProvider } from './build-provider.ts';

/**
 * One provider a population. The library reads its keys and settings once, so a change of either builds another
 * provider and puts it in the old one's place; requests under way end on the one that they began with.
 */
export class ProviderPool {
  readonly #current = new Map<string, Promise<BuiltProvider>>();
  readonly #build: (population: string) => Promise<BuiltProvider>;
  readonly #log: Log;
  readonly #refreshing = new Map<string, Promise<void>>();

  constructor(deps: {
    build: (population: string) => Promise<BuiltProvider>;
    keys: Pick<Keys, 'onChange'>;
    policies: Pick<Policies, 'onPublished'>;
    log: Log;
  }) {
    this.#build = deps.build;
    this.#log = deps.log;
    deps.keys.onChange((population) => { this.#refresh(population); });
    deps.policies.onPublished((population) => { this.#refresh(population); });
  }

  /** @throws population.unknown */
  of(population: string): Promise<BuiltProvider> {
    const known = this.#current.get(population);
    if (known) return known;
    const built = this.#build(population);
    this.#current.set(population, built);
    built.catch(() => { if (this.#current.get(population) === built) this.#current.delete(population); });
    return built;
  }

  /** Waits until no provider is being rebuilt. */
  async settled(): Promise<void> {
    while (this.#refreshing.size > 0) await Promise.all(this.#refreshing.values());
  }

  /** Builds after whatever is being built, so that the last change wins; the old one serves until then. */
  #refresh(population: string): void {
    if (!this.#current.has(population)) return;
    const turn = (this.#refreshing.get(population) ?? Promise.resolve()).then(async () => {
      const next = await this.#build(population);
      this.#current.set(population, Promise.resolve(next));
    }).catch((error: unknown) => {
      this.#log.error({ err: error, population }, 'the OpenID provider could not be rebuilt; the earlier one stays');
    }).finally(() => {
      if (this.#refreshing.get(population) === turn) this.#refreshing.delete(population);
    });
    this.#refreshing.set(population, turn);
  }
}
