/**
 * demo owns the example organisation: a shop, an intranet and a scheduled job that use the server as any other
 * application would, over HTTP. It never imports the server, and is told how to register its applications.
 */
export {
  startDemo, demoPorts, demoOutboundAllow, type Demo, type DemoOptions, type ClientRegistry,
} from './start-demo.ts';
export { startShop, type ShopOptions } from './shop/shop.ts';
export { startIntranet, type IntranetOptions } from './intranet/intranet.ts';
export type { JobRun } from './job/job-run.ts';
export { startJob, type JobOptions, type RunningJob } from './job/job.ts';
export {
  demoClients, intranetClient, jobClient, kioskClient, reportsResource, shopClient, type DemoAddresses, type DemoClient,
} from './organisation.ts';
export { keyPairOf, type KeyPair } from './key-files.ts';
export type { Running } from './web-app.ts';
