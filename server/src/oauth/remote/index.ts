/**
 * remote owns requests of applications at another screen than the person's own: a kiosk that shows a code (RFC 8628), a
 * desk that names whom it wants (CIBA). It never lets one in that the person has not seen and confirmed in a browser of
 * theirs, and never gives that browser's session away.
 */
export { closeRemoteRequests } from './close-remote-requests.ts';
export { endWithRevocation } from './end-with-revocation.ts';
export { createRemoteArtefacts, type RemoteArtefacts } from './remote-artefacts.ts';
export { remoteFeatures, remoteLifetimes } from './remote-features.ts';
export { remoteRates, type RemoteLimits } from './remote-limits.ts';
export { openRequestsOf, type RequestSealer } from './remote-request-store.ts';
export { kindOfModel } from './remote-request.ts';
export { visitApproval } from './visit-approval.ts';
export { visitDevice } from './visit-device.ts';
