const KB = 1_000;
const MB = 1_000_000;

/** Sizes in bytes and counts that server and web must agree on. */
export const LIMITS = {
  attachmentBytes: 25 * MB,
  attachmentsPerMessage: 20,
  pictureBytes: 10 * MB,
  messageHtmlChars: 200_000,
  /** Of the cleaned HTML, pictures apart. */
  signatureHtmlBytes: 64 * KB,
  /** All pictures of one signature together, as they are sent. */
  signatureImagesBytes: 1 * MB,
  /** Of one file, before it is made smaller. */
  signatureUploadBytes: 10 * MB,
  articleHtmlChars: 400_000,
  articleTitleChars: 200,
  attachmentsPerArticle: 30,
  customersPerArticle: 500,
  subjectChars: 250,
  /** Of one text of a template, its markup included. */
  templateChars: 60_000,
  nameChars: 100,
  customersPerRole: 500,
  notesChars: 10_000,
  /** Of rules such as "closed after so many days". */
  ruleDaysMax: 3_650,
  /** The highest number with which numbering may be told to go on. */
  ticketNumberMax: 999_999_999,
  pageSizeDefault: 50,
  pageSizeMax: 100,
  /** How long an open session counts as proof that its holder knows the password. */
  proofMinutes: 10,
  passkeys: 20,
  /** How long somebody may take to unlock a passkey. */
  passkeyMinutes: 5,
} as const;
