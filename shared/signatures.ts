/** What may stand between `{[` and `]}` in a signature, in the order in which it is offered. */
export const SIGNATURE_PLACEHOLDERS = [
  'Technician First Name',
  'Technician Last Name',
  'Technician Full Name',
  'Technician Email',
  'Technician Phone',
  'Company Name',
  'Portal Address',
] as const;
export type SignaturePlaceholder = (typeof SIGNATURE_PLACEHOLDERS)[number];

/** What people choose from their device; each becomes one that every mail program shows. */
export const SIGNATURE_IMAGE_TYPES = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
] as const;
