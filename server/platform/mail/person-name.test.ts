import { expect, it } from 'vitest';
import { splitPersonName } from './person-name.ts';

it.each([
  ['Jane Doe', 'x@y.test', 'Jane', 'Doe'],
  ['"Doe, Jane"', 'x@y.test', 'Jane', 'Doe'],
  ['Doe, Jane (Globex)', 'x@y.test', 'Jane', 'Doe'],
  ['Dr. Hans-Peter Müller', 'x@y.test', 'Hans-Peter', 'Müller'],
  ['Müller, Dr. Hans', 'x@y.test', 'Hans', 'Müller'],
  ['Prof. Dr. Anna Maria Rossi', 'x@y.test', 'Anna Maria', 'Rossi'],
  ['Ludwig van Beethoven', 'x@y.test', 'Ludwig', 'van Beethoven'],
  ['Charles de Gaulle', 'x@y.test', 'Charles', 'de Gaulle'],
  ['Ursula von der Leyen', 'x@y.test', 'Ursula', 'von der Leyen'],
  ['DUPONT Jean', 'x@y.test', 'Jean', 'Dupont'],
  ["D'ANGELO ROSSI Maria", 'x@y.test', 'Maria', "D'Angelo Rossi"],
  ['JEAN-LUC DUPONT', 'x@y.test', 'Jean-Luc', 'Dupont'],
  ['JP Dupont', 'x@y.test', 'JP', 'Dupont'],
  ['jane doe', 'x@y.test', 'Jane', 'Doe'],
  ['ludwig van beethoven', 'x@y.test', 'Ludwig', 'van Beethoven'],
  ['Frau Dr. Müller', 'x@y.test', '', 'Müller'],
  ['Dr. med. dent. Eva Klein', 'x@y.test', 'Eva', 'Klein'],
  ['Dott.ssa Carla Bianchi', 'x@y.test', 'Carla', 'Bianchi'],
  ['Leutheusser-Schnarrenberger, Sabine', 'x@y.test', 'Sabine', 'Leutheusser-Schnarrenberger'],
  ['von der Leyen, Dr. Ursula', 'x@y.test', 'Ursula', 'von der Leyen'],
  ['Jane Doe, Globex GmbH', 'x@y.test', 'Jane', 'Doe'],
  ['Jane "JD" Doe', 'x@y.test', 'Jane', 'Doe'],
  ['Jane Doe 🌻', 'x@y.test', 'Jane', 'Doe'],
  ['Steve Jobs', 'x@y.test', 'Steve', 'Jobs'],
  ['Jobs', 'jobs@y.test', 'Jobs', ''],
  ['Globex SA', 'x@y.test', 'Globex SA', ''],
  ['Accounts Payable', 'ap@y.test', 'Accounts Payable', ''],
  ['undefined undefined', 'jane.doe@y.test', 'Jane', 'Doe'],
  ['Unbekannt', 'jane.doe@y.test', 'Jane', 'Doe'],
  ['jane.doe', 'jane.doe@y.test', 'Jane', 'Doe'],
  ['Globex', 'jane.doe@globex.test', 'Jane', 'Doe'],
  ['Globex', 'info@globex.test', 'Globex', ''],
  ['María del Carmen Pérez', 'x@y.test', 'María del Carmen', 'Pérez'],
  ['M. Jean Dupont', 'x@y.test', 'Jean', 'Dupont'],
  ['John Smith Jr.', 'x@y.test', 'John', 'Smith'],
  ['John Smith, PhD', 'x@y.test', 'John', 'Smith'],
  ['Jane Doe via Helpdesk', 'x@y.test', 'Jane', 'Doe'],
  ['Jane Doe | Globex GmbH', 'x@y.test', 'Jane', 'Doe'],
  ["O'Brien, Conan", 'x@y.test', 'Conan', "O'Brien"],
  ['Madonna', 'x@y.test', 'Madonna', ''],
  ['Globex Support', 'x@y.test', 'Globex Support', ''],
  ['Globex GmbH', 'x@y.test', 'Globex GmbH', ''],
  ['', 'jane.doe@y.test', 'Jane', 'Doe'],
  ['', 'jane.doe+x@y.test', 'Jane', 'Doe'],
  ['', 'hans-peter.muster2@y.test', 'Hans-Peter', 'Muster'],
  ['', 'info@y.test', 'Info', ''],
  ['', '12345@y.test', '12345', ''],
  ['jane.doe@y.test', 'jane.doe@y.test', 'Jane', 'Doe'],
  ['<script>alert(1)</script>', 'jane@y.test', 'Jane', ''],
  ['Jane\r\nBcc: evil', 'x@y.test', 'Jane Bcc:', 'evil'],
  ['Søren Ångström', 'x@y.test', 'Søren', 'Ångström'],
  ['Иван Петров', 'x@y.test', 'Иван', 'Петров'],
  ['田中太郎', 'x@y.test', '田中太郎', ''],
  ['!!!', 'x.y@z.test', 'X', 'Y'],
])('%j <%s> -> %s | %s', (displayName, address, firstName, lastName) => {
  expect(splitPersonName(displayName, address)).toEqual({ firstName, lastName });
});

it.each([
  ['Juan García López', 'Juan', 'García López'],
  ['Juan Carlos García', 'Juan Carlos', 'García'],
  ['María José García López', 'María José', 'García López'],
  ['María de los Ángeles Ruiz Soto', 'María de los Ángeles', 'Ruiz Soto'],
  ['Ana López de Vega', 'Ana', 'López de Vega'],
  ['Ana de la Torre', 'Ana', 'de la Torre'],
  ['Ana Ruiz', 'Ana', 'Ruiz'],
])('in Spanish: %s -> %s | %s', (displayName, firstName, lastName) => {
  expect(splitPersonName(displayName, 'x@y.test', 'es')).toEqual({ firstName, lastName });
});

it('cuts what no name can be', () => {
  const { firstName, lastName } = splitPersonName(
    `${'a'.repeat(300)} ${'b'.repeat(300)}`,
    'x@y.test',
  );
  expect(firstName.length + lastName.length).toBeLessThanOrEqual(200);
});
