/** Made from the contract when the console is built; see `dev/contract-module.ts`. */
declare module 'virtual:contract' {
  export const routes: Readonly<Record<string, readonly [method: string, path: string]>>;
  export const eventSummaries: Readonly<Record<string, string>>;
  export const operationRoles: Readonly<Record<string, import('../../contract/admin/index.ts').OperationRule>>;
}
