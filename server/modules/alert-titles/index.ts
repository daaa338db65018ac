/** How alerts are called and listed, in every language. */
export { alertTitle, severityName, type Titled } from './alert-titles.ts';
export {
  AUTHOR,
  lineOf,
  noteOf,
  sentencesNote,
  subjectOf,
  type WordedAlert,
} from './alert-words.ts';
