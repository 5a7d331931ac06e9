import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { KnownContact } from '../../src/llm/contact-patterns.ts';
import { createMaskedLlm, unmaskStream } from '../../src/llm/masked.ts';
import { createMask } from '../../src/llm/masking.ts';
import { packagePath } from '../../src/package-root.ts';
import { parseResume } from '../../src/resume/parsing/parse-resume.ts';
import { readResumeFile } from '../../src/resume/reading/read-resume-file.ts';
import { completion, failure, hello, scriptedLlm } from './scripted-llm.ts';

const person: KnownContact = {
  name: 'Wilhelmina Testperson',
  emails: ['w.testperson@mail.example'],
  phones: ['+44 20 7946 0958'],
  links: ['https://www.linkedin.com/in/wilma-t', 'testperson.example'],
  addresses: ['12 Sample Street, Exampleton'],
};

describe('a mask', () => {
  it.each([
    ['Wilhelmina Testperson wrote it.', '[NAME_1] wrote it.'],
    ['TESTPERSON, WILHELMINA', '[NAME_2]'],
    ["Wilhelmina's team", "[NAME_2]'s team"],
    ['I, testperson, led it', 'I, [NAME_2], led it'],
    ['Wilhelmina\nTestperson', '[NAME_2]'],
    ['Mail w.testperson@mail.example today', 'Mail [EMAIL_1] today'],
    ['w.testperson@mail.exam\nple', '[EMAIL_2]'],
    ['W.TESTPERSON@MAIL.EXAMPLE', '[EMAIL_2]'],
    ['call +44 20 7946 0958.', 'call [PHONE_1].'],
    ['call 020 7946 0958', 'call [PHONE_2]'],
    ['call 0044(20)7946-0958', 'call [PHONE_2]'],
    ['linkedin.com/in/wilma-t', '[LINK_3]'],
    ['find me as wilma-t', 'find me as [HANDLE_1]'],
    ['see http://testperson.example/cv', 'see [LINK_3]'],
    ['12 Sample Street, Exampleton', '[ADDRESS_1]'],
    ['12  Sample Street,\nExampleton', '[ADDRESS_2]'],
  ])('takes what is known out of %j', (text, masked) => {
    expect(createMask(person).mask(text)).toBe(masked);
  });

  it.each([
    ['jane@doe.example and j.d+x@a-b.co.uk', '[EMAIL_1] and [EMAIL_2]'],
    ['jane (at) doe (dot) com', '[EMAIL_1]'],
    ['(555) 010-1234', '[PHONE_1]'],
    ['+49 171 5550123', '[PHONE_1]'],
    ['555-010-1999', '[PHONE_1]'],
    ['https://jane.example/cv?x=1.', '[LINK_1].'],
    ['(github.com/jane-doe)', '([LINK_1])'],
    ['at 4 Old Mill Road now', 'at [ADDRESS_1] now'],
    ['Musterstraße 12a', '[ADDRESS_1]'],
  ])('takes contact data out of %j that nobody knew of', (text, masked) => {
    expect(createMask().mask(text)).toBe(masked);
  });

  it.each([
    'In 2019-2021 and 01/2018 - 03/2020 I ran it on 10.0.0.12 and 192.168.100.200.',
    'It handled 10,000,000 requests, 1000000000 rows and 1234567 keys on 2020-01-15 10:30:00.',
    'Node.js 20.20.2, src/index.ts, next.js/react, and/or, TCP/IP, 99.999% and SHA-256.',
    'The id was 550e8400-e29b-41d4-a716-446655440000, the port 5432, the price $1,299.00.',
    'Between 1999 2005 2010 2015 it grew by 3.5x from 12 000 to 42 000.',
    '@Override and @media are no names. a@b is no address.',
  ])('leaves alone what only looks like it: %s', (text) => {
    expect(createMask().mask(text)).toBe(text);
  });

  it.each([
    ['Will Young', 'I will put the young service in Go.', 'Will Young and YOUNG, WILL'],
    ['Ruby Swift', 'I wrote Ruby and Swift.', 'Ruby Swift'],
    ['José Ñandú', 'An index.', 'Jose Nandu and JOSÉ ÑANDÚ'],
    ['Jürgen Größe', 'An index.', 'Juergen Groesse'],
    ['Dr. Anna-Lena van der Test', 'Den Haag, under the test of an index', 'Anna-Lena van der Test, anna lena'],
    ['李小明', '索引', '我是李小明。'],
  ])('knows how %s is written, and that words are words', (name, harmless, telling) => {
    const { mask } = createMask({ name });
    if (!name.endsWith('Test')) expect(mask(harmless)).toBe(harmless);
    expect(mask(telling)).not.toMatch(new RegExp(name.normalize('NFD').replace(/\p{M}/gu, ''), 'iu'));
    expect(mask(telling)).toMatch(/\[NAME_\d+\]/);
  });

  it('gives the same words the same stand-in, and what is known its own in every session', () => {
    const [first, second] = [createMask(person), createMask(person)];
    expect(first.mask('a@example.com, b@example.com, a@example.com')).toBe('[EMAIL_2], [EMAIL_3], [EMAIL_2]');
    expect(second.mask('w.testperson@mail.example, Wilhelmina Testperson')).toBe('[EMAIL_1], [NAME_1]');
  });

  it('gives stand-ins back, however they are written, and leaves foreign ones', () => {
    const { unmask } = createMask(person);
    expect(unmask('Well, [NAME_1]: [name_1], [EMAIL_1] [NAME_99]')).toBe('Well, Wilhelmina Testperson: Wilhelmina Testperson, w.testperson@mail.example [NAME_99]');
  });

  it('leaves stand-ins alone in what is only kept', () => {
    const { mask, redact } = createMask(person);
    expect(redact('[NAME_1] and Wilhelmina Testperson, a@b.example')).toBe('[NAME_1] and [NAME_1], [EMAIL_2]');
    expect(redact(mask('Wilhelmina Testperson'))).toBe('[NAME_1]');
  });

  it('writes JSON that can be read', () => {
    const { mask, unmaskJson } = createMask({ name: 'Wilhelmina "Will" Testperson' });
    const masked = mask('Wilhelmina "Will" Testperson\nWilhelmina\nTestperson, a@exam');
    const restored = unmaskJson(JSON.stringify({ text: masked }));
    expect(JSON.parse(restored)).toEqual({ text: 'Wilhelmina "Will" Testperson\nWilhelmina\nTestperson, a@exam' });
  });
});

const word = fc.constantFrom('index', 'table', '[NAME_1]', '[email_2]', 'Wilhelmina', 'testperson', 'w.testperson@mail.example', '+44 20 7946 0958', 'a@b.example', 'https://x.example/y', '\n', '[', ']', '_1]', '4 Old Road', '555-010-1234', '2019', '李');
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 12 }).map((words) => words.join('')), fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')));

const namePart = fc.stringMatching(/^[A-Z][a-z]{3,9}x$/);
const someone = fc.record({
  name: fc.tuple(namePart, namePart).map((parts) => parts.join(' ')),
  email: fc.tuple(fc.stringMatching(/^[a-z]{2,8}[._][a-z]{2,8}$/), fc.stringMatching(/^[a-z]{3,9}\.(?:com|example|co\.uk)$/)).map((parts) => parts.join('@')),
  phone: fc.stringMatching(/^\+[1-9]\d \d{3} \d{3} \d{3,4}$/),
  link: fc.stringMatching(/^(?:github\.com|linkedin\.com\/in)\/[a-z]{5,9}q$/),
});

describe('whatever the text', () => {
  it('what was masked comes back as it was', () => {
    const mask = createMask(person);
    fc.assert(fc.property(text, (original) => mask.unmask(mask.mask(original)) === original), { numRuns: 2_000 });
  });

  it('what was masked comes back in pieces as it was', () => {
    const mask = createMask(person);
    fc.assert(fc.property(text, fc.integer({ min: 1, max: 7 }), (original, size) => {
      const stream = unmaskStream(mask.unmask);
      const pieces = mask.mask(original).match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
      expect(pieces.map((piece) => stream.push(piece)).join('') + stream.end()).toBe(original);
    }), { numRuns: 1_000 });
  });

  it('nothing that is known of a person is left', () => {
    const around = fc.array(fc.constantFrom(' ', ', ', '\n', ': ', ' (', ') ', ' - ', 'x ', ' 7 ', '"', '“'), { minLength: 5, maxLength: 5 });
    fc.assert(fc.property(someone, around, ({ name, email, phone, link }, [a = '', b = '', c = '', d = '', e = '']) => {
      const { mask } = createMask({ name, emails: [email], phones: [phone], links: [link] });
      const masked = mask(`${a}${name}${b}${email.toUpperCase()}${c}${phone}${d}https://${link}${e}${name.split(' ')[1] ?? ''} ${name.toLowerCase()}`).toLowerCase();
      for (const datum of [...name.split(' '), email, link, link.split('/').at(-1) ?? '']) expect(masked).not.toContain(datum.toLowerCase());
      expect(masked.replace(/\D/g, '')).not.toContain(phone.replace(/\D/g, '').slice(-7));
    }), { numRuns: 200 });
  });
});

describe('the sample resumes', () => {
  const files = readdirSync(packagePath('fixtures', 'resumes')).filter((file) => /\.(?:pdf|docx|md|txt)$/.test(file));

  it.each(files)('%s lets no contact datum out, and comes back whole', async (file) => {
    const parsed = parseResume(await readResumeFile(packagePath('fixtures', 'resumes', file)));
    const { name, email, phone, links } = parsed;
    const { mask, unmask } = createMask({ name, emails: email ? [email] : [], phones: phone ? [phone] : [], links });
    const masked = mask(parsed.text);
    const data = [name, email, phone, ...links].filter((datum) => datum !== null);
    expect(data.length).toBeGreaterThan(1);
    for (const datum of data) expect(masked.toLowerCase()).not.toContain(datum.toLowerCase());
    expect(masked).not.toMatch(/@[\w-]+\.\w/);
    expect(unmask(masked)).toBe(parsed.text);
  });
});

describe('a masked model', () => {
  const mask = createMask(person);

  it('sees stand-ins, and what it says of them is restored', async () => {
    const llm = scriptedLlm('Thank you, [NAME_1]. [EMAIL_1]?');
    const masked = createMaskedLlm(llm, mask);
    expect(await masked.complete([{ role: 'user', content: 'I am Wilhelmina Testperson.' }])).toEqual(completion('Thank you, Wilhelmina Testperson. w.testperson@mail.example?'));
    expect(llm.asked[0]?.messages).toEqual([{ role: 'user', content: 'I am [NAME_1].' }]);
  });

  it('streams what is restored, and never half of a stand-in', async () => {
    const pieces: string[] = [];
    await createMaskedLlm(scriptedLlm('Hi [NAME_1], a[0]'), mask).complete(hello, { onText: (piece) => pieces.push(piece) });
    expect(pieces.join('')).toBe('Hi Wilhelmina Testperson, a[0]');
    expect(pieces).toContain('Wilhelmina Testperson');
  });

  it('begins a stream anew without what was held back', async () => {
    let shown = '';
    const twice = scriptedLlm(async (_, { onText, onRestart }) => {
      onText?.('Hi [NA');
      onRestart?.();
      onText?.('Hi [NAME_1]');
      return completion('Hi [NAME_1]');
    });
    await createMaskedLlm(twice, mask).complete(hello, { onText: (piece) => (shown += piece), onRestart: () => (shown = '') });
    expect(shown).toBe('Hi Wilhelmina Testperson');
  });

  it('keeps JSON whole', async () => {
    const quoted = createMask({ name: 'Wilhelmina\nTestperson' });
    const format = { name: 'x', schema: z.object({ text: z.string() }), way: 'text' as const };
    const { text: reply } = await createMaskedLlm(scriptedLlm('{"text": "[NAME_1]"}'), quoted).complete(hello, { format });
    expect(JSON.parse(reply)).toEqual({ text: 'Wilhelmina\nTestperson' });
  });

  it('passes failures on', async () => {
    await expect(createMaskedLlm(scriptedLlm(failure('model-refused')), mask).complete(hello)).rejects.toMatchObject({ code: 'model-refused' });
  });
});
