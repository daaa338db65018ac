import anyAscii from 'any-ascii';
import { IMPORT_FIELDS, type ImportField } from '#shared/imports.ts';

/**
 * Headings as other programs and people write them, in five languages, without accents, case, spaces
 * and marks: Outlook, Google, Excel lists, and the exports of other service desks. Of several
 * columns that fit a field, the one that stands first in its line is taken.
 */
const HEADINGS: Record<ImportField, string> = {
  email: `email emailaddress mail mailaddress primaryemail email1value emailprimary contactemail
    workemail useremail emailadresse mailadresse epost adressemail adresseemail adresseelectronique
    courriel adressedemessagerie indirizzoemail indirizzodipostaelettronica postaelettronica
    correo correoelectronico direcciondecorreo direcciondecorreoelectronico direcciondeemail`,
  fullName: `fullname name contactname displayname contact person endusername
    vollstandigername kontakt kontaktname ansprechpartner anzeigename nomcomplet nometprenom
    nomduncontact nomaffiche interlocuteur nomecompleto nomecognome nomeecognome contatto referente
    nombrecompleto nombreyapellidos nombreyapellido contacto nombremostrado`,
  firstName: `firstname givenname forename first vorname rufname prenom nomeproprio nome nombre
    nombredepila primernombre`,
  lastName: `lastname surname familyname last nachname familienname zuname nom nomdefamille cognome
    apellido apellidos`,
  phone: `phone phonenumber telephone mobile mobilephone businessphone workphone phone1value cell
    contactphone telefon telefonnummer rufnummer mobil mobiltelefon handy telefongeschaftlich
    telefonnummergeschaftlich numerodetelephone tel portable telephoneprofessionnel telefono
    numeroditelefono cellulare numerodetelefono movil telefonomovil`,
  jobTitle: `jobtitle title position job function role organization1title berufsbezeichnung funktion
    stelle fonction poste titre intituledeposte posizione qualifica ruolo mansione cargo puesto
    profesion`,
  language: `language preferredlanguage locale lang sprache bevorzugtesprache korrespondenzsprache
    langue langueparlee languepreferee lingua linguapreferita idioma lengua idiomapreferido`,
  isMainContact: `maincontact ismaincontact primarycontact contactperson keycontact hauptkontakt
    hauptansprechpartner contactprincipal interlocuteurprincipal contattoprincipale
    referenteprincipale contactoprincipal`,
  hasPortalAccess: `portalaccess hasportalaccess portal customerportal portalzugang portalzugriff
    accesauportail accesportail accessoalportale accessoportale accesoalportal accesoportal`,
  customer: `customer customername company companyname client clientname organization organisation
    organizationname account accountname organization1name kunde kundenname firma firmenname
    unternehmen unternehmensname societe client nomduclient nomdelasociete entreprise raisonsociale
    cliente nomecliente azienda nomeazienda societa ragionesociale empresa nombredelcliente
    nombredelaempresa compania razonsocial`,
  domains: `domains domain emaildomains emaildomain companydomain maildomain domane domanen
    emaildomane emaildomanen maildomane domaine domaines domainesemail domaineemail dominio domini
    dominiemail dominioemail dominios dominiosdecorreo dominiodecorreo`,
  customerPhone: `customerphone companyphone companymainphone companyphonenumber telefonfirma
    telefonkunde firmentelefon telefonzentrale telefondeskunden telephoneclient telephoneduclient telephonesociete
    telephonedelentreprise telefonocliente telefonoazienda telefonoempresa telefonodelcliente`,
  website: `website web webpage homepage url webseite internetseite siteweb siteinternet page
    sitoweb sitointernet sito paginaweb sitioweb`,
  notes: `notes note comment comments description notiz notizen bemerkung bemerkungen anmerkungen
    kommentar remarque remarques commentaire commentaires osservazioni commenti notas observaciones
    comentarios`,
};

const FIELD_RANKS: ReadonlyMap<string, { field: ImportField; rank: number }[]> = (() => {
  const map = new Map<string, { field: ImportField; rank: number }[]>();
  for (const field of IMPORT_FIELDS) {
    for (const [rank, word] of HEADINGS[field].split(/\s+/).entries()) {
      map.set(word, [...(map.get(word) ?? []), { field, rank }]);
    }
  }
  return map;
})();

const SAMPLE_ROWS = 50;

/** Which field each column is; null for those that tell nothing. No field is taken twice. */
export function guessColumns(
  header: readonly string[],
  rows: readonly string[][],
): (ImportField | null)[] {
  const mapping = header.map((): ImportField | null => null);
  const candidates = header.flatMap((name, column) =>
    (FIELD_RANKS.get(foldedHeading(name)) ?? []).map((found) => ({ ...found, column })),
  );
  // "Name" beside "Vorname" is the last name; where there is no first name, it is all of it.
  for (const { field, column } of candidates.sort((a, b) => a.rank - b.rank)) {
    if (mapping[column] === null && !mapping.includes(field)) mapping[column] = field;
  }
  const full = mapping.indexOf('fullName');
  if (full >= 0 && mapping.includes('firstName') && !mapping.includes('lastName')) {
    mapping[full] = 'lastName';
  }
  // "Nom" alone, in a file without "Prénom", is everything people are called by.
  const last = mapping.indexOf('lastName');
  if (last >= 0 && !mapping.includes('firstName') && !mapping.includes('fullName')) {
    mapping[last] = 'fullName';
  }
  const first = mapping.indexOf('firstName');
  if (first >= 0 && !mapping.includes('lastName') && !mapping.includes('fullName')) {
    mapping[first] = 'fullName';
  }
  // A list of companies: "Name" is theirs where nothing is of a person.
  const isOfPeople = mapping.some((field) => field === 'email' || field === 'firstName');
  const name = mapping.indexOf('fullName');
  if (!isOfPeople && name >= 0 && !mapping.includes('customer')) mapping[name] = 'customer';
  if (!mapping.includes('email')) {
    const column = header.findIndex((_, at) => mapping[at] === null && holdsAddresses(rows, at));
    if (column >= 0) {
      mapping[column] = 'email';
      if (
        name >= 0 &&
        mapping[name] === 'customer' &&
        !/customer|compan|kunde|firma/i.test(header[name] ?? '')
      )
        mapping[name] = 'fullName';
    }
  }
  return mapping;
}

const foldedHeading = (name: string) =>
  anyAscii(name.normalize('NFC'))
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^a-z0-9]/g, '');

function holdsAddresses(rows: readonly string[][], column: number): boolean {
  const cells = rows
    .slice(0, SAMPLE_ROWS)
    .map((row) => row[column] ?? '')
    .filter((cell) => cell.trim() !== '');
  const addresses = cells.filter((cell) => /^\S+@\S+\.\S+$/.test(cell.trim()));
  return cells.length > 0 && addresses.length / cells.length > 0.8;
}
