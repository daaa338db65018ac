/** What technicians put under what they send, and what of it went out. */
export {
  type FrozenSignature,
  freezeAssigneeSignature,
  freezeSignature,
  NO_SIGNATURE,
  showSignature,
} from './freeze-signature.ts';
export { keepSignature } from './own-signature.ts';
export { findSentSignatureImages, openSentImage, type SentImages } from './sent-images.ts';
export { signaturesScheduledJobs } from './signatures.jobs.ts';
export { signaturesRoutes } from './signatures.routes.ts';
export { withSignatureImageUrls } from './signatures.views.ts';
