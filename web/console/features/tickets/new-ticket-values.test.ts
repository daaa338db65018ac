import { expect, test } from 'vitest';
import { contactFromTyped, EMPTY_TICKET, toNewTicket } from './new-ticket-values.ts';

test('what was typed becomes an address or a name', () => {
  expect(contactFromTyped(' ada@globex.test ')).toMatchObject({ email: 'ada@globex.test' });
  expect(contactFromTyped('Ada King  Lovelace')).toMatchObject({
    email: '',
    firstName: 'Ada',
    lastName: 'King Lovelace',
  });
  expect(contactFromTyped('')).toMatchObject({ email: '', firstName: '', lastName: '' });
});

test('a known contact goes by id, a new one by the fields, never both', () => {
  const known = toNewTicket({ ...EMPTY_TICKET, contactId: 4 }, [9]);
  expect(known).toMatchObject({ contactId: 4, attachmentIds: [9] });
  expect(known).not.toHaveProperty('newContact');
  const made = toNewTicket(
    {
      ...EMPTY_TICKET,
      contactId: 4,
      newContact: { ...contactFromTyped('a@b.test'), customerId: '3' },
    },
    [],
  );
  expect(made.newContact).toMatchObject({ email: 'a@b.test', customerId: 3 });
  expect(made).not.toHaveProperty('contactId');
});
