import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.ts';
import { one, type Golden } from './golden.ts';

/** The admin API as OpenAPI 3.1, from the same schemas that the server checks requests with. */
export const openapi: Golden = {
  name: 'openapi',
  make: async () => {
    if (!(await access(join(root, 'contract/admin/index.ts')).then(() => true, () => false))) return undefined;
    const { adminRoutes, describeAdminApi } = await import('../../contract/admin/index.ts');
    return one('docs/reference/openapi.json', `${JSON.stringify(describeAdminApi(adminRoutes), null, 2)}\n`);
  },
};
